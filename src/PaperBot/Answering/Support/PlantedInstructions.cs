using System.Text.RegularExpressions;
using PaperBot.Answering.Extractive.Questions;
using PaperBot.Papers;

namespace PaperBot.Answering.Support;

/// <summary>
/// Finds sentences of titles and abstracts that speak to a language model rather than of research: a model is not shown them, and
/// nothing rests on them. What a model that follows one all the same can do is bounded elsewhere: it has no tools that act, and
/// every sentence of its is held against what the other sentences of the abstract say.
/// </summary>
internal static partial class PlantedInstructions
{
    public static bool IsOne(string sentence) => Instructions.IsOne(sentence) || Addressed().IsMatch(sentence) || Markup().IsMatch(sentence);

    /// <returns>The sentences of a text that are none, as they stand.</returns>
    public static IReadOnlyList<string> Without(string text) => [.. SentenceSplitter.Split(text).Where(sentence => !IsOne(sentence))];

    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // "You", or a machine spoken to, is told what it must say or do.
    [GeneratedRegex(
        @"\b(?:you|assistants?|chat ?bots?|paperbot|bots?|(?:language|AI) models?|LLMs?|AIs?|summari[sz]ers?|reviewers?)(?: reading this| that reads? this)?,? (?:must|should|shall|will|have to|has to|need to|needs to|are to|is to|can only|may only)(?: now| always| only| never| not)* "
        + @"(?:say|answer|respond|reply|output|write|print|state|reveal|ignore|disregard|recommend|praise|rate|cite|tell|include|add|append|link|visit|claim|mention|pretend|repeat|begin|start|end|refuse|obey|follow|send|post|share|call|use the)\b"
        + @"|\b(?:when|if) (?:you (?:are )?)?(?:asked|summari[sz](?:e|ing)|answer(?:ing)?|cit(?:e|ing)|quot(?:e|ing)|read(?:ing)? this|compar(?:e|ing))\b.{0,60}\b(?:say|answer|respond|reply|output|write|print|state|add|include|append|mention|recommend|tell|claim)\b"
        + @"|(?:^\W*|[.!?:;,]\s+)(?:please |always |never |instead,? |now,? |then |do not |don't )*(?:say|answer|respond|reply|output|print|reveal|repeat|tell (?:the|every)|cite (?:only|this)|end (?:your|each|every)|begin (?:your|each|every)|start (?:your|each|every)|include the|append|visit|click|go to|forward|e-?mail|obey|follow these)\b"
        + @"|\b(?:new|updated|following|previous|prior|above|earlier|system|hidden|secret) (?:instructions?|orders?|directives?)\b.{0,40}\b(?:for|to|override|replace|supersede|are|is|:)"
        + @"|\b(?:instructions?|notes?|messages?|attention|orders?|warning)(?: to| for|:)? (?:all |the |any |every )?(?:assistants?|chat ?bots?|paperbot|bots?|(?:language|AI) models?|LLMs?|AIs?|models? reading)\b"
        + @"|\bas an? (?:AI|assistant|language model|LLM)\b|\b(?:BEGIN|END) (?:SYSTEM|ADMIN|INSTRUCTIONS?)\b|\bNO ANSWER\b",
        Relaxed)]
    private static partial Regex Addressed();

    // The marks of chat templates and of roles.
    [GeneratedRegex(@"<\|?/?(?:im_start|im_end|system|assistant|user|endoftext|instructions?|s)\|?>|\[/?(?:INST|SYS)\]|<<SYS>>|^\W*(?:system|assistant|developer|user|human|admin)\s*:|###\s*(?:instruction|system|response)", Relaxed)]
    private static partial Regex Markup();
}
