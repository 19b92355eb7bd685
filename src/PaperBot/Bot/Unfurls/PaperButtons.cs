using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Unfurls;

/// <summary>What can be done with one paper.</summary>
internal static class PaperButtons
{
    public static ActionsBlock Of(PaperKey paper) => new()
    {
        Elements = [Button("summarize", "Summarize", paper), Button("similar", "Similar", paper), Button("bibtex", "BibTeX", paper)],
    };

    private static Button Button(string action, string text, PaperKey paper) => new() { ActionId = action, Text = text, Value = $"paper:{paper.Value}" };
}
