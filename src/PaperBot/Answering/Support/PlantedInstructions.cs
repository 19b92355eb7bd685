using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Answering.Extractive.Questions;

namespace PaperBot.Answering.Support;

/// <summary>
/// Finds sentences of titles and abstracts that speak to a language model rather than of research: a model is not shown them, and
/// nothing rests on them. What a model that follows one all the same can do is bounded elsewhere: it has no tools that act, and
/// every sentence of its is held against what the other sentences of the abstract say.
/// </summary>
internal static partial class PlantedInstructions
{
    // Patterns may look through a text once for every place in it, so that they are shown so much at a time.
    private const int Window = 1_000, Step = Window / 2;

    public static bool IsOne(string sentence)
    {
        var plain = Plain(sentence);
        return Enumerable.Range(0, Math.Max(1, (plain.Length + Step - 1) / Step)).Select(i => plain.Substring(i * Step, Math.Min(Window, plain.Length - (i * Step))))
            .Any(part => Instructions.IsOne(part) || Addressed().IsMatch(part) || Ordered().IsMatch(part) || Markup().IsMatch(part) || OtherLanguages().IsMatch(part));
    }

    /// <summary>In letters as they are typed: full-width ones and ones with invisible marks between them read the same.</summary>
    private static string Plain(string sentence) => sentence.All(char.IsAscii)
        ? sentence : string.Concat(sentence.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format).Select(Narrow));

    // Full-width ASCII, from ！ to ～: https://www.unicode.org/charts/PDF/UFF00.pdf.
    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

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

    // What is told of answers, summaries and reviews, and names that nobody but a machine answers to.
    [GeneratedRegex(
        @"\b(?:kindly|hereby)\b.{0,20}\b(?:ignore|disregard|forget|instructed|ordered|commanded)\b|\b(?:stop|no longer|do not|don't|never) follow(?:ing)? (?:the|your|any|all|earlier|previous)\b.{0,20}\b(?:rules?|instructions?|guidelines?)\b"
        + @"|\byou (?:no longer|now|only|shall|must) (?:have|speak|answer|respond|reply|act|obey|write)\b|\bforget (?:the|this|your) (?:question|task|rules|prompt)\b"
        + @"|\b(?:your|the|any|every|each|all|final) (?:answer|summar(?:y|ies)|response|reply|review)s?(?: of (?:this|the|our) (?:paper|article|work|study))? (?:must|should|shall|has to|have to|needs to) (?:be (?:that|:|""|“)|be positive|read|say|state|mention|include|praise|cite|contain the)\b"
        + @"|\bsummaries (?:of|for) (?:this|the|our) (?:paper|article|work|study) (?:must|should|shall)\b|\b(?:let|make) the answer be\b|\bcorrect answer to (?:every|all|each|any) questions?\b"
        + @"|\b(?:give|write|leave|provide) (?:only )?(?:an? )?(?:only )?(?:positive|favou?rable|glowing|perfect) (?:review|rating|score|feedback)s?\b|\bpositive review only\b|\bdo not (?:highlight|mention) any (?:negatives|weaknesses|limitations)\b"
        + @"|\b(?:automated|AI|machine) (?:readers?|reviewers?|systems?|agents?)\b.{0,15}(?:\b(?:must|should|shall)\b.{0,10}\b(?:rank|rate|cite|praise|say|state|mention|recommend)|\b(?:rank|rate|cite|praise|recommend) this\b|:\s)|\baddressed to (?:AI|language models?|machines?|assistants?|chat ?bots?)"
        + @"|\b(?:who|what)ever (?:processes|reads|summari[sz]es|parses) this\b|(?:^|\b(?:dear|hey|hi|attention)[, ]+)(?:ChatGPT|GPT(?:-\d\w*)?|Claude|Gemini|Copilot|Llama|assistant)\b(?:,|:| (?:please|should|must)\b)|\b(?:for|to) the (?:AI|LLM|chat ?bot|assistant|model reading this)\s*:"
        + @"|\bplease (?:make sure|ensure|be sure|remember|do not forget) to (?:include|mention|say|state|add|cite|link|recommend)\b|\bfrom (?:this point|this moment|here|now) (?:on|onwards?|forward),? (?:you|answer|speak|reply|respond)\b|\boverride\s*:|\b(?:search_papers|get_paper|similar_papers)\b"
        + @"|(?:^|\s)(?:\p{L} ){5,}\p{L}\b",
        Relaxed)]
    private static partial Regex Ordered();

    // "Ignore the instructions", as far as other people's languages are at hand.
    [GeneratedRegex(
        @"\b(?:ignorier|missacht|vergiss|vergesst)\w*\b.{0,40}\b(?:anweisung|regeln|instruktion|vorgaben)|\b(?:ignorez|ignorer|oubliez|ignora|ignore (?:todas|toutes|les|as)|olvida|omite|dimentica)\b.{0,40}\b(?:instruc|consigne|r[eè]gl|istruzion|indicaci)\w*"
        + @"|(?:忽略|无视|無視|忘记).{0,20}(?:指令|指示|说明|規則|规则)|指示を.{0,10}無視|игнорируй.{0,40}инструкц",
        Relaxed)]
    private static partial Regex OtherLanguages();

    // The marks of chat templates and of roles.
    [GeneratedRegex(@"""role""\s*:\s*""(?:system|assistant|user|developer)""|<!--\s*(?:system|assistant|instruction)|<\|?/?(?:im_start|im_end|system|assistant|user|endoftext|instructions?|s)\|?>|\[/?(?:INST|SYS)\]|<<SYS>>|^\W*(?:system|assistant|developer|user|human|admin)\s*:|###\s*(?:instruction|system|response)", Relaxed)]
    private static partial Regex Markup();
}
