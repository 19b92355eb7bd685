using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>
/// How well each sentence of an abstract states each aspect: cues in its words, weighed with its place. Abstracts move from problem
/// to approach to results, so a complaint before the authors' first word of their own is the problem and one at the end a limit.
/// </summary>
internal sealed partial class AspectScores
{
    private static readonly double[] Thresholds = [double.PositiveInfinity, 1, 1.4, 1, 1.3, 1];

    private readonly IReadOnlyList<string> _sentences;
    private readonly OwnNames _names;
    private readonly double[][] _scores;

    /// <param name="title">May be empty.</param>
    public AspectScores(string title, IReadOnlyList<string> sentences, CancellationToken cancellationToken = default)
    {
        _sentences = sentences;
        _names = new OwnNames(title, sentences);
        Begins = FindBeginning();
        _scores = [.. Enumerable.Range(0, sentences.Count).Select(i =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Score(i);
        })];
    }

    /// <summary>Of the sentence for the aspect; what the abstract states reaches <see cref="States"/>.</summary>
    public double this[int sentence, Aspect aspect] => _scores[sentence][(int)aspect];

    public bool States(int sentence, Aspect aspect) => _scores[sentence][(int)aspect] >= Thresholds[(int)aspect];

    public int Count => _scores.Length;

    /// <summary>The sentence in which the authors first say what they do; what stands before is about the work of others.</summary>
    public int Begins { get; }

    private int FindBeginning()
    {
        for (var i = 0; i < _sentences.Count; i++)
        {
            var sentence = new SentenceSigns(_sentences[i], _names.AfterSubject(_sentences[i]));
            if (sentence.Contribution || sentence.Subject is not null || (sentence.Finding && sentence.Authors))
                return i;
        }
        var authors = _sentences.ToList().FindIndex(AspectCues.Authors().IsMatch);
        return authors >= 0 ? authors : _sentences.Count / 3;
    }

    private double[] Score(int index)
    {
        var sentence = new SentenceSigns(_sentences[index], _names.AfterSubject(_sentences[index]));
        var place = _sentences.Count < 2 ? 0.5 : (double)index / (_sentences.Count - 1);
        var scores = new double[Thresholds.Length];
        scores[(int)Aspect.Problem] = Problem(sentence, index);
        scores[(int)Aspect.Approach] = Approach(sentence, index);
        scores[(int)Aspect.Data] = Data(sentence, index);
        scores[(int)Aspect.Results] = Results(sentence, index, place);
        scores[(int)Aspect.Limits] = Limits(sentence, index, place);
        return scores;
    }

    private double Problem(SentenceSigns sentence, int index)
    {
        if (sentence.Contribution || sentence.Subject is not null || (sentence.Finding && sentence.Authors))
            return 0;
        var troubles = AspectCues.Trouble().Count(sentence.Text) + (0.5 * AspectCues.Hint().Count(sentence.Text));
        var needs = AspectCues.Need().IsMatch(sentence.Text);
        var gap = AspectCues.Gap().IsMatch(sentence.Text);
        if ((troubles <= 0 && !needs) || (index > Begins && AspectCues.Limit().IsMatch(sentence.Text)))
            return 0;
        // A paper that opens with what it does may give its reason right after.
        var placed = index < Begins ? 0.6 : index <= Begins + 2 && needs && !sentence.Finding ? -0.2 : -3;
        return placed
            + Math.Min(1.2, 0.5 * troubles)
            + (needs ? 0.6 : 0)
            + (gap ? 0.5 : 0)
            - (sentence.Authors ? 0.6 : 0)
            + (0.2 * index / Math.Max(1, Begins));
    }

    private double Approach(SentenceSigns sentence, int index)
    {
        var known = sentence.Defines ? 3.2 : sentence.Contribution ? 2.6 : sentence.Works ? 2.2 : 0;
        return known
            + (AspectCues.Method().IsMatch(sentence.Text) ? known > 0 ? 0.4 : 1.2 : 0)
            + (index < Begins ? -3 : index == Begins ? 0.8 : 0.4 - (0.12 * (index - Begins)))
            - (sentence.Finding && !sentence.Contribution ? 1 : 0)
            - (sentence.Succeeds ? 1.2 : 0)
            - (AspectCues.Asks().IsMatch(sentence.Text) ? 1.2 : 0)
            - (AspectCues.Measure().IsMatch(sentence.Text) && !sentence.Contribution ? 0.6 : 0)
            - (AspectCues.Besides().IsMatch(sentence.Text) ? 0.7 : 0)
            - (AspectCues.Trial().IsMatch(sentence.Text) ? 1.5 : 0)
            - (sentence.Availability && !sentence.Defines ? 1.5 : 0);
    }

    private double Data(SentenceSigns sentence, int index)
    {
        var text = sentence.Text;
        var found = (AspectCues.KnownSet().Count(text) is var known and > 0 ? Math.Min(2.6, 1.7 + (0.3 * known)) : 0)
            + (AspectCues.NamedSet().IsMatch(text) ? 1.6 : 0)
            + (AspectCues.CountedSets().IsMatch(text) ? 1.6 : 0)
            + (AspectCues.SomeSets().IsMatch(text) && sentence.Tries ? 1.1 : 0)
            + (AspectCues.Samples().IsMatch(text) ? 1.4 : 0)
            + (AspectCues.Period().IsMatch(text) && AspectCues.Dated().IsMatch(text) ? 1.4 : 0)
            + (AspectCues.Collected().IsMatch(text) ? 1.5 : 0);
        if (found <= 0)
            return 0;
        return Math.Min(4, found)
            + (AspectCues.TriedOn().IsMatch(text) ? 0.5 : 0)
            - (sentence.Availability && sentence.Outcomes == 0 ? 1.5 : 0)
            - (index < Begins ? 3 : 0);
    }

    private double Results(SentenceSigns sentence, int index, double place) =>
        (sentence.Finding ? 1.8 : 0)
        + (sentence.Succeeds ? 1.4 : 0)
        + Math.Min(1.5, 0.5 * sentence.Outcomes)
        + (AspectCues.Measure().IsMatch(sentence.Text) ? 0.8 : 0)
        + (AspectCues.Comparison().IsMatch(sentence.Text) ? 0.4 : 0)
        + (index < Begins ? -3 : 0.7 * place)
        - (sentence.Contribution && !sentence.Finding ? 1.2 : 0)
        - (sentence.Defines ? 1.2 : 0)
        - (!sentence.Finding && Aims().IsMatch(sentence.Text) ? 1.5 : 0)
        - (index == Begins ? 0.8 : 0)
        - (sentence.Availability && sentence.Outcomes == 0 && !sentence.Finding ? 1.5 : 0);

    private double Limits(SentenceSigns sentence, int index, double place)
    {
        if (index < Begins || (index == Begins && Begins > 0))
            return 0;
        foreach (Match cue in AspectCues.Limit().Matches(sentence.Text))
        {
            var clause = sentence.Text[..cue.Index];
            clause = clause[(clause.LastIndexOfAny([';', ':']) + 1)..];
            if (!AspectCues.NotOwn().IsMatch(clause + cue.Value))
                return 1.5 + place;
        }
        return 0;
    }

    [GeneratedRegex(@"\baims?\s+(?:to|at)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Aims();
}
