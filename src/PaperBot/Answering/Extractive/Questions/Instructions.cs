using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>
/// Tells a task for a chatbot from a question about papers. Nothing here can be made to act, so this is no defence: it is there to
/// say plainly what PaperBot does, where quoting a paper that shares a word would look foolish.
/// </summary>
internal static partial class Instructions
{
    public const string Reply = "I answer questions about what the papers in the library say; I cannot follow other instructions.";

    public static bool IsOne(string text) => AboutTheBot().IsMatch(text) || Task().IsMatch(text);

    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(instruction|prompt|rule|guideline|previous|above|polic|restriction|citation|everything)"
        + @"|\b(system|hidden|initial|developer|secret|your) (prompt|instructions?|message|rules)\b|\byou are now\b|\b(pretend|act|behave|roleplay|role-play)\b.{0,20}\b(to be|as|like|you)\b"
        + @"|\b(your|the) (api[ -]?key|password|token|secret|credentials?|environment variables?)\b|\b(developer|admin|debug|jailbreak|dan|god) mode\b"
        + @"|\byour (training data|guidelines|configuration|source code|weights)\b|\bfrom now on\b|\bwithout (any )?(citations?|citing)\b",
        Relaxed)]
    private static partial Regex AboutTheBot();

    [GeneratedRegex(
        @"^\W*(please |now |ok(ay)?,? |hey,? |hi,? |can you |could you |would you |will you |i want you to |i need you to |you must |you should |just )*"
        + @"(write|compose|generate|create|draft|repeat|say|print|output|echo|translate|delete|remove|drop|erase|wipe|execute|run|send|post|email|e-mail|sing|roleplay|rewrite|reply|respond|answer (only|with|in)|reveal|tell me (a joke|your|the (api|password|secret|token))|make (up|me)|invent|format|encode|decode|solve|code|implement|download|open|click|buy|order|book|remind|set|call|add|insert|rm|sudo|select \*)\b",
        Relaxed)]
    private static partial Regex Task();
}
