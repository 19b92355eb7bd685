using PaperBot.Bot.Replies;
using PaperBot.Charts;
using PaperBot.Charts.Maps;
using PaperBot.Charts.Trends;

namespace PaperBot.Bot.Rendering;

/// <summary>A picture, with its figures in words for whoever reads on.</summary>
internal static class PictureReply
{
    private const string Elsewhere = "I sent you the picture in our direct messages. To have it in a channel, mention me there with the same words.";

    /// <param name="isPrivate">Whether one person sees it; a file cannot be shown to one person in a channel, so it goes to their direct messages.</param>
    public static Reply Of(string id, Trend trend, bool isPrivate) => With(
        NoticeReply.Of(
            id,
            [
                $"*{SafeText.Typed(TrendText.Headline(trend), 300)}.* {TrendText.Figures(trend)}",
                .. TrendText.Note(trend) is { Length: > 0 } note ? (ReadOnlySpan<string>)[note] : [],
                .. isPrivate ? (ReadOnlySpan<string>)[Elsewhere] : [],
            ]),
        TrendPicture.Of(trend));

    /// <param name="isPrivate">Likewise.</param>
    public static Reply Of(string id, PaperMap map, bool isPrivate) => With(
        NoticeReply.Of(
            id,
            [
                $"*{SafeText.Typed(MapText.Headline(map), 300)}*, in {SafeText.Typed(MapText.Groups(map), 1_500)}",
                .. MapText.Central(map).Zip(map.Groups, (central, group) => $"• {SafeText.Typed(group.Label, 100)}: {PaperLink.Mrkdwn(central.Paper)}"),
                .. isPrivate ? (ReadOnlySpan<string>)[Elsewhere] : [],
            ]) with
        {
            Papers = [.. MapText.Central(map).Select(point => point.Paper.Key)],
        },
        MapPicture.Of(map));

    private static Reply With(Reply reply, Picture picture) =>
        reply with { File = new ReplyFile(picture.FileName, picture.Title, picture.Png, picture.AltText) };
}
