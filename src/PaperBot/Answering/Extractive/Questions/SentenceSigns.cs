using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>Signs in a sentence that it gives the kind of answer that a question asks for.</summary>
internal static partial class SentenceSigns
{
    /// <summary>Whether a sentence looks like an answer of this kind, 0 or 1; kinds without signs of their own have none.</summary>
    public static bool Has(QuestionKind kind, string sentence, Question question) => kind switch
    {
        QuestionKind.Number => Number().IsMatch(sentence),
        QuestionKind.Definition => Introduction().IsMatch(sentence),
        QuestionKind.How => Means().IsMatch(sentence),
        QuestionKind.Why => Cause().IsMatch(sentence),
        QuestionKind.Limits => Limit().IsMatch(sentence),
        QuestionKind.Name => NewName(sentence, question),
        QuestionKind.Paper => Introduction().IsMatch(sentence),
        QuestionKind.YesNo => Result().IsMatch(sentence),
        _ => false,
    };

    /// <summary>A name that the question does not hold already: "NIFTY 50", "CIFAR-10", "BERT".</summary>
    private static bool NewName(string sentence, Question question) =>
        Name().EnumerateMatches(sentence) is var names && Any(names, sentence, question.Text);

    private static bool Any(Regex.ValueMatchEnumerator names, string sentence, string question)
    {
        foreach (var name in names)
            if (!question.Contains(sentence.AsSpan(name.Index, name.Length).ToString(), StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|million|billion|half|twice|double|doubles|halves|quarter|dozen)\b", Relaxed)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(is an?|are|called|named|termed|dubbed|we (propose|present|introduce|develop|describe|study|survey|review)|propos\w+|present\w*|introduc\w+|this (paper|work|survey|study)|defined|refers?)\b", Relaxed)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"\b(by|using|uses?|via|through|based on|consists?|combin\w+|first|then|where|with|employ\w*|appl\w+|learn\w*|train\w*|which)\b", Relaxed)]
    private static partial Regex Means();

    [GeneratedRegex(@"\b(because|since|due to|owing|therefore|thus|so that|caus\w+|reasons?|however|lacks?|lacking|challeng\w+|difficult\w*|problem\w*|limited|limit\w*|motivat\w+|to (avoid|address|overcome|reduce|tackle|mitigate)|leads? to|results? in|expensive|prohibitive|suffer\w*)\b", Relaxed)]
    private static partial Regex Cause();

    [GeneratedRegex(@"\b(however|limit\w*|cannot|can not|fails?|failing|only|suffer\w*|weak\w*|drawback\w*|but|although|though|not|no|un\w+|lacks?|difficult\w*|degrad\w+|expensive|costs?)\b", Relaxed)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\b(outperform\w*|improv\w*|achiev\w*|better|worse|higher|lower|faster|exceed\w*|surpass\w*|superior|competitive|compar\w+|reduc\w*|show\w*|demonstrat\w*|find\w*|found|prov\w+|can|cannot|not)\b", Relaxed)]
    private static partial Regex Result();

    [GeneratedRegex(@"\b[A-Z][\w-]*[A-Z0-9][\w-]*\b|(?<=[\w,;)] )\b[A-Z][a-z]+\w*\b", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
