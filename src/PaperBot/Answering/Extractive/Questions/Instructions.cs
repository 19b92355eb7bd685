using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>
/// Tells a task for a chatbot from a question about papers. Nothing here can be made to act, so this is no defence: it is there to
/// say plainly what PaperBot does, where quoting a paper that shares a word would look foolish. Papers are about instructions, prompts and
/// agents too, so a word alone is no sign: it is told to do something, or the bot itself is spoken of.
/// </summary>
internal static partial class Instructions
{
    public static bool IsOne(string text) => AboutTheBot().IsMatch(text) || Override().IsMatch(text) || Task().IsMatch(text);

    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Where a sentence turns to somebody and tells them what to do.
    private const string Told = @"(?:^\W*|[.!?:;,]\s+|\b(?:please|now|then|you (?:must|should|can|will))\s+)";

    private const string Polite = @"(?:please|can you|could you|would you|will you|i want you to|i need you to|i'?d like you to|you must|you should)";

    [GeneratedRegex(
        @"\byour (?:(?:system|hidden|initial|developer|secret|own) )?(?:prompt|instructions?|message|rules|training data|guidelines|configuration|source code|weights)\b"
        + @"|\byour (?:api[ -]?key|password|token|secret|credentials?|environment variables?)\b|^\W*what(?:'s| is| are) the (?:system|hidden|developer) (?:prompt|message|instructions?|rules)\W*$"
        + @"|\byou are now\b|\bfrom now on\b|\b(?:developer|admin|debug|jailbreak|dan|god) mode\b",
        Relaxed)]
    private static partial Regex AboutTheBot();

    [GeneratedRegex(
        Told + @"(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruction|prompt|rule|guideline|previous|above|polic|restriction|citation|everything)"
        + @"|\b(?:ignore|disregard|forget|override|bypass) (?:all|any|your|these|those|the above)\b.{0,30}\b(?:instructions?|rules|guidelines|restrictions?)\W*(?:$|\b(?:and|then)\b)"
        + "|" + Told + @"(?:(?:pretend|roleplay|role-play)\b|(?:act|behave) (?:as|like)\b)"
        + "|" + Told + @"(?:print|reveal|show|send|give|tell|output|leak|list|repeat)\b.{0,30}\bthe (?:(?:system|hidden|developer|secret) (?:prompt|message|instructions?|rules)|api[ -]?key|password|credentials?|environment variables?)\b"
        + "|" + Told + @"(?:answer|reply|respond|write|say)\b.{0,60}\bwithout (?:any )?(?:citations?|citing)\b",
        Relaxed)]
    private static partial Regex Override();

    // Some of these words head the name of a topic as well ("code generation", "open-vocabulary detection", "set prediction"): those count
    // when they have an object, or when somebody is asked to.
    [GeneratedRegex(
        @"^\W*(?:(?:now|ok(?:ay)?|hey|hi|just),? )*"
        + @"(?:(?:" + Polite + @" )+(?:just |now )?(?:" + Verb + "|" + VerbOrNoun + @")(?![\w-])"
        + "|(?:" + Verb + @")(?![\w-])"
        + "|(?:" + VerbOrNoun + @")\s+(?:an?|the|me|us|my|your|this|that|these|those|it|them|him|her|all|every|everything|some|another|out|up|table|database|ls|rm|cat)\b"
        + @"|answer (?:only|with|in)\b|tell me (?:a (?:joke|story)|your|the (?:api|password|secret|token))\b|make (?:up|me)\b|rm -|sudo |select \*)",
        Relaxed)]
    private static partial Regex Task();

    private const string Verb =
        "write|compose|generate|create|say|translate|delete|remove|erase|wipe|execute|send|sing|rewrite|reply|respond|reveal|invent|encode|decode|solve|implement|buy|remind|roleplay";

    private const string VerbOrNoun = "draft|repeat|print|output|echo|drop|run|post|e-?mail|format|code|download|open|click|order|book|set|call|add|insert";
}
