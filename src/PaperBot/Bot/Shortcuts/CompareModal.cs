using PaperBot.Answering;
using PaperBot.Bot.Rendering;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Shortcuts;

/// <summary>The form that asks which papers to compare, on what, and where to show it.</summary>
internal static class CompareModal
{
    /// <summary>The form's callback, and that of the shortcut which opens it.</summary>
    public const string Callback = "compare_papers";

    /// <summary>The menu that asks for papers.</summary>
    public const string PapersMenu = "compare_choice";

    private const string AspectBoxes = "compare_aspects";
    private const string OwnAspects = "compare_own";
    private const string Target = "compare_target";

    // A table of more rows is not read any more.
    private const int MostAspects = 8;
    private const int LongestOwnAspects = 300;

    /// <param name="papers">Chosen already; those beyond the most that can be compared are left out.</param>
    public static ModalView Of(IReadOnlyList<Paper> papers)
    {
        var chosen = papers.DistinctBy(paper => paper.Key).Take(Compare.MostPapers).Select(PaperOption.Of).ToList();
        var aspects = Compare.UsualAspects.Select(aspect => new Option { Text = (PlainText)SummaryReply.Capitalized(aspect), Value = aspect }).ToList();
        return new ModalView
        {
            CallbackId = Callback,
            Title = "Compare papers",
            Submit = "Compare",
            Close = "Cancel",
            Blocks =
            [
                Input(PapersMenu, "Papers", "Two to six. Type words of a title, or an arXiv id or DOI.", new MultiExternalSelect
                {
                    ActionId = PapersMenu,
                    MinQueryLength = 0,
                    MaxSelectedItems = Compare.MostPapers,
                    InitialOptions = chosen.Count > 0 ? chosen : null,
                    Placeholder = "Choose papers of the library",
                }),
                Input(AspectBoxes, "What to compare", null, new Checkboxes
                {
                    ActionId = AspectBoxes, Options = aspects, InitialOptions = aspects,
                }, optional: true),
                Input(OwnAspects, "Aspects of your own", "With commas between.", new PlainTextInput
                {
                    ActionId = OwnAspects, MaxLength = LongestOwnAspects, Placeholder = "memory, training cost",
                }, optional: true),
                Input(Target, "Where to show it", "Everybody there sees it. Leave this empty to get it in a direct message.", new ConversationsSelect
                {
                    ActionId = Target, DefaultToCurrentConversation = true, ResponseUrlEnabled = true, Placeholder = "A direct message to me",
                }, optional: true),
            ],
        };
    }

    /// <returns>The values of the papers' options.</returns>
    public static IReadOnlyList<string> Papers(ViewState state) =>
        [.. (state.Find(PapersMenu)?.SelectedOptions ?? []).Select(option => option.Value).Distinct(StringComparer.Ordinal)];

    /// <returns>Those that are ticked, then those that were typed.</returns>
    public static IReadOnlyList<string> Aspects(ViewState state) =>
    [
        .. (state.Find(AspectBoxes)?.SelectedOptions ?? []).Select(option => option.Value).Where(Compare.UsualAspects.Contains)
            .Concat(Compare.ReadAspects(state.Find(OwnAspects)?.Value ?? "")).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <returns>A sentence by field that must be mended.</returns>
    public static IReadOnlyDictionary<string, string> Mistakes(ViewState state)
    {
        var mistakes = new Dictionary<string, string>(StringComparer.Ordinal);
        var papers = Papers(state).Count;
        if (papers < Compare.FewestPapers)
            mistakes[PapersMenu] = "A comparison needs at least two papers.";
        else if (papers > Compare.MostPapers)
            mistakes[PapersMenu] = "Six papers are the most that fit side by side.";
        var aspects = Aspects(state).Count;
        if (aspects == 0)
            mistakes[AspectBoxes] = "Tick at least one, or name one of your own below.";
        else if (aspects > MostAspects)
            mistakes[OwnAspects] = $"Up to {MostAspects} aspects fit in a table, with those ticked above.";
        return mistakes;
    }

    private static InputBlock Input(string id, string label, string? hint, BlockElement element, bool? optional = null) => new()
    {
        BlockId = id,
        Label = label,
        Hint = hint is null ? null : (PlainText)hint,
        Element = element,
        Optional = optional,
    };
}
