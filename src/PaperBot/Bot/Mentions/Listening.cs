using System.Globalization;
using PaperBot.Answering.Conversations;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Threads;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Mentions;

/// <summary>Tells what is said to the bot from what people say to each other.</summary>
internal sealed class Listening(ThreadStore threads, ChannelSettingsStore channels, BotIdentity identity, ThreadReading reading)
{
    public async Task<Hearing> JudgeAsync(Heard heard, CancellationToken cancellationToken)
    {
        if (heard.IsDirect || heard.IsMention)
            return new Hearing.ForTheBot(null);
        if (heard.Thread.Length > 0 && threads.IsJoined(heard.Channel, heard.Thread))
            return await JudgeFollowUpAsync(heard, cancellationToken);
        return heard is { Thread.Length: 0, NamesOthers: false } && channels.Find(heard.Channel).Mode == AnswerMode.Questions
            && Addressed.IsQuestionAboutPapers(heard.Text) ? new Hearing.ForTheBot(null) : new Hearing.NotOurs();
    }

    private async Task<Hearing> JudgeFollowUpAsync(Heard heard, CancellationToken cancellationToken)
    {
        // What is no follow-up at the best of times needs no reading of the thread.
        var best = new OverheardMessage(heard.Text, heard.NamesOthers, Speaker.Bot, AskedBefore: true, TimeSpan.Zero);
        if (Addressed.Judge(best) is { IsForTheBot: false } never)
            return new Hearing.LeftAlone(Why(never.Reason));
        var said = await reading.ReadAsync(heard.Place, heard.Message, cancellationToken);
        var self = await identity.GetAsync(cancellationToken);
        var last = said.Messages is [.., var latest] ? latest : null;
        var answered = said.Messages.LastOrDefault(IsOwn);
        // Who writes under what the bot posted by itself speaks to it, however long after, until people talk to each other there.
        var begun = said.Messages is [var first, ..] && first.Ts == heard.Thread && IsOwn(first);
        var verdict = Addressed.Judge(new OverheardMessage(
            heard.Text, heard.NamesOthers,
            last is null ? Speaker.SomeoneElse : last == answered ? Speaker.Bot : last.User == heard.Person ? Speaker.Writer : Speaker.SomeoneElse,
            said.Messages.Any(message => message.User == heard.Person && message.Text.Contains($"<@{self.UserId}", StringComparison.Ordinal))
                || reading.HasAsked(heard.Place, heard.Person) || begun,
            answered is null ? TimeSpan.MaxValue : begun && answered == last ? TimeSpan.Zero : At(heard.Message) - At(answered.Ts)));
        return verdict.IsForTheBot ? new Hearing.ForTheBot(said) : new Hearing.LeftAlone(Why(verdict.Reason));

        bool IsOwn(HistoryMessage message) => message.User == self.UserId || (message.BotId is { } bot && bot == self.BotId);
    }

    private static DateTimeOffset At(string ts) => DateTimeOffset.UnixEpoch.AddSeconds(
        double.TryParse(ts, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);

    private static string Why(VerdictReason reason) => reason switch
    {
        VerdictReason.MentionsOthers or VerdictReason.NamesAPerson => "It was said to somebody else.",
        VerdictReason.Courtesy or VerdictReason.Statement or VerdictReason.Empty => "It asked nothing.",
        VerdictReason.ForAnybody => "It may have been for anybody. Mention me, and I answer.",
        _ => "It read like talk between people. Mention me, and I answer.",
    };
}

/// <summary>Whom something was said to.</summary>
internal abstract record Hearing
{
    private Hearing()
    {
    }

    /// <param name="Before">What was said before, where it was read to tell; null where not.</param>
    internal sealed record ForTheBot(SaidBefore? Before) : Hearing;

    /// <summary>Said in a thread that the bot takes part in, and not to it.</summary>
    internal sealed record LeftAlone(string Why) : Hearing;

    /// <summary>Said where the bot only happens to be.</summary>
    internal sealed record NotOurs : Hearing;
}
