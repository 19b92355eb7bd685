using PaperBot.Answering;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Rendering;

/// <summary>Refusals and failed look-ups with what a person can type next.</summary>
/// <param name="Command">As the app's manifest names it: <c>/papers</c>.</param>
internal sealed record Wording(string Command)
{
    /// <summary>What to type, set as code: <c>`/papers show 2111.08566`</c>. It is markup, so what is typed must be our own or escaped.</summary>
    public string Form(string typed) => $"`{Command} {typed}`";

    public string HowToAdd => $"Add papers with {Form("add")} and their ids, addresses or BibTeX, or ask whoever runs me to ingest a file.";

    /// <returns>In Slack's markup.</returns>
    public string On(Refusal refusal)
    {
        var sentence = SafeText.Mrkdwn(RefusalText.Of(refusal), 1_000);
        return refusal.Kind switch
        {
            RefusalKind.EmptyLibrary => $"{sentence} {HowToAdd}",
            RefusalKind.NothingAsked => $"{sentence} Ask something of those papers, or list them with {Form("search")}.",
            RefusalKind.NoQuestion or RefusalKind.Instruction => $"{sentence} {Form("help")} says what I can do.",
            RefusalKind.Published => $"{sentence} {Form("show")} tells, and {Form("search since:2021")} finds papers by date.",
            RefusalKind.Authors => $"{sentence} {Form("show")} tells, and {Form("search author:NAME")} finds papers by author.",
            _ => sentence,
        };
    }

    /// <returns>In Slack's markup.</returns>
    public string On(PaperLookup lookup) => lookup switch
    {
        PaperLookup.UnknownKey { LibraryIsEmpty: true } or PaperLookup.UnknownTitle { LibraryIsEmpty: true } =>
            $"{RefusalText.Of(new Refusal(RefusalKind.EmptyLibrary))} {HowToAdd}",
        PaperLookup.UnknownKey unknown =>
            $"{SafeText.Mrkdwn(unknown.Key.Value, 200)} is not in the library. "
            + $"{Form("search")} finds what is there; {Form("add")} adds it.",
        PaperLookup.UnknownTitle unknown =>
            $"No paper of the library has “{SafeText.Mrkdwn(unknown.Words, 300)}” in its title. "
            + $"{Form("search")} finds papers by other words, and {Form("ask")} takes a question.",
        PaperLookup.Ambiguous several =>
            $"“{SafeText.Mrkdwn(several.Words, 300)}” fits {(several.More ? "more than " : "")}{several.Candidates.Count} papers. Which one?",
        _ => "That names no paper. Type an arXiv id, a DOI, an address, or words of the title.",
    };
}
