using System.Text.RegularExpressions;

namespace PaperBot.Answering.Conversations;

/// <summary>Questions about the library itself, which no abstract answers.</summary>
internal static partial class LibraryQuestions
{
    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Papers = "(papers?|articles?|publications?|preprints?)";
    private const string Library = "((the|our|your|this) (paper )?(library|collection|database))";

    /// <param name="isFirst">Whether nothing was said before; else "the papers" are those spoken of.</param>
    /// <returns>Null when it asks about something else.</returns>
    public static Understood? Read(string plain, bool isFirst) =>
        Size().IsMatch(plain) || (isFirst && Content().IsMatch(plain)) ? new Understood.DescribeLibrary()
        : Newest().IsMatch(plain) || (isFirst && Listed().IsMatch(plain)) ? new Understood.FindPapers("")
        : null;

    [GeneratedRegex(
        "^how many " + Papers + "( (do|have) (you|we)( have| know| got)?| are (there|here)| are in " + Library + "| does " + Library + " (have|hold|contain))?( in total)?$"
        + "|^(what('s| is)|tell me about|describe) (in )?" + Library + "( about)?$|^how (big|large) is " + Library + "$"
        + "|^what (are|is) (all )?(the|our|your) " + Papers + " (in|of) " + Library + " about$|^what (topics|subjects|fields)( \\w+){0,4} (in " + Library + "|do you have|does " + Library + " cover)$",
        Relaxed)]
    private static partial Regex Size();

    [GeneratedRegex("^what are (the|our|your|all the) " + Papers + " about$|^what do you know( about)?$|^how many " + Papers + "$", Relaxed)]
    private static partial Regex Content();

    [GeneratedRegex(
        "^((what|which)('s|'re| is| are)? |(show|list|give|get|find|tell)( me| us)? |any |are there (any )?)?(all )?(the |our |your )?(very )?(newest|latest|most recent|recent|new) "
        + "(" + Papers + "|additions)( (in|of) " + Library + "| are there| there are| (do )?(you|we) have)?$"
        + "|^what('s| is) new in " + Library + "$|^(list|show)( me| us)? (all (the |our |your )?|our |your )" + Papers + "( in " + Library + ")?$"
        + "|^(what|which) " + Papers + " (do (you|we) have|are in " + Library + "|does " + Library + " have)$",
        Relaxed)]
    private static partial Regex Newest();

    [GeneratedRegex("^what('s| is) new$|^(list|show)( me| us)? (the )?" + Papers + "$|^(what|which) " + Papers + " are there$", Relaxed)]
    private static partial Regex Listed();
}
