using System.Globalization;
using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Rendering;

/// <summary>The library and the bot in numbers.</summary>
internal static class StatusReply
{
    /// <param name="model">The embedding model in use; null when there is none.</param>
    /// <param name="pending">Papers that have no embedding yet.</param>
    public static Reply Of(
        string id, LibraryStatistics statistics, string? model, long pending, (long Helpful, long Unhelpful) feedback, Wording wording) =>
        NoticeReply.Of(
        id,
        [
            statistics.Papers == 0
                ? $"The library has no papers yet. {wording.HowToAdd}"
                : $"*{Plural.Of(statistics.Papers, "paper")}* in the library{(statistics.Dates is { } dates ? $", from {dates}" : "")}.",
            .. statistics.WithoutAbstract > 0
                ? [$"{Plural.Of(statistics.WithoutAbstract, "paper")} without an abstract, which cannot be quoted."]
                : Array.Empty<string>(),
            .. Counts("Sources", statistics.Sources),
            .. Counts("Most papers in", statistics.TopCategories),
            .. statistics.LastChange is { } change ? [$"Last change: {ReaderTime.Of(change)}."] : Array.Empty<string>(),
            model is null
                ? "No embedding model can be used, so I search by keywords alone; whoever runs me installs it with `paperbot model install`."
                : $"Embedding model: {SafeText.Mrkdwn(model, 100)}. {Pending(pending)}",
            .. feedback.Helpful + feedback.Unhelpful > 0
                ? [$"Found helpful {Plural.Of(feedback.Helpful, "time")}, not helpful {Plural.Of(feedback.Unhelpful, "time")}."]
                : Array.Empty<string>(),
        ]);

    private static string Pending(long papers) =>
        papers == 0 ? "All papers are embedded." : $"{Plural.Of(papers, "paper")} still to embed; until then their words find them.";

    private static string[] Counts(string what, IReadOnlyList<(string Name, long Count)> counts) =>
        counts.Count == 0 ? [] : [$"{what}: {string.Join(", ", counts.Take(5).Select(Count))}."];

    private static string Count((string Name, long Count) count) =>
        string.Create(CultureInfo.InvariantCulture, $"{SafeText.Mrkdwn(count.Name, 60)} {count.Count:N0}");
}
