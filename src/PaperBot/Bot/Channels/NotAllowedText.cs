namespace PaperBot.Bot.Channels;

/// <summary>Tells a person, whom alone it is shown to, that a channel's settings keep them from asking there.</summary>
internal static class NotAllowedText
{
    public static string Of(ChannelSettings settings) => settings.ChangedBy.Length > 0
        ? $"In <#{settings.Channel}> I answer only some people; <@{settings.ChangedBy}> set it so. You are welcome to ask me in a direct message."
        : $"In <#{settings.Channel}> I answer only some people. You are welcome to ask me in a direct message.";
}
