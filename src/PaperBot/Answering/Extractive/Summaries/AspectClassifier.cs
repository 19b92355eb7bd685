namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>
/// Says what each sentence of an abstract is about: cues in its words, weighed with its place. Abstracts move from problem to
/// approach to results, so a complaint before the authors' first "we" is the problem and one at the end a limit.
/// </summary>
internal static class AspectClassifier
{
    /// <summary>Below it a sentence is background.</summary>
    public const double Enough = 1;

    /// <returns>For each sentence its likeliest aspect.</returns>
    public static Aspect[] Classify(IReadOnlyList<string> sentences) => [.. Score(sentences).Select(Likeliest)];

    /// <returns>For each sentence a score for each aspect, by its number.</returns>
    public static double[][] Score(IReadOnlyList<string> sentences)
    {
        var contributions = sentences.Select(sentence => AspectCues.Contribution().IsMatch(sentence)).ToArray();
        var begins = Array.IndexOf(contributions, true);
        if (begins < 0)
            begins = Enumerable.Range(0, sentences.Count).FirstOrDefault(i => AspectCues.Authors().IsMatch(sentences[i]), sentences.Count / 3);
        var scores = new double[sentences.Count][];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = Score(sentences[i], i, sentences.Count, begins, contributions[i]);
        return scores;
    }

    public static Aspect Likeliest(double[] scores)
    {
        var best = Aspect.None;
        foreach (var aspect in Aspects.Shown)
        {
            if (scores[(int)aspect] >= Enough && (best == Aspect.None || scores[(int)aspect] > scores[(int)best]))
                best = aspect;
        }
        return best;
    }

    /// <param name="begins">The sentence in which the authors first say what they do.</param>
    private static double[] Score(string sentence, int index, int count, int begins, bool contribution)
    {
        var before = index < begins;
        var authors = AspectCues.Authors().IsMatch(sentence);
        var finding = AspectCues.Finding().IsMatch(sentence);
        var outcomes = AspectCues.Outcome().Count(sentence);
        var measures = AspectCues.Measure().Count(sentence);
        var place = count < 2 ? 0.5 : (double)index / (count - 1);
        var scores = new double[Aspects.Shown.Count + 1];

        scores[(int)Aspect.Problem] =
            (before ? 0.5 : -1.5)
            + Math.Min(1.2, 0.6 * AspectCues.Trouble().Count(sentence))
            + (AspectCues.Gap().IsMatch(sentence) ? 0.8 : 0)
            + (authors ? -0.5 : 0)
            + (index == 0 && begins > 0 ? -0.2 : 0);

        scores[(int)Aspect.Approach] =
            (contribution ? 2.2 : 0)
            + (AspectCues.Method().IsMatch(sentence) ? 1.2 : 0)
            + (index == begins ? 1 : before ? -0.8 : index <= begins + 2 ? 1.1 : 0.6)
            + (authors ? 0.3 : 0)
            - (place > 0.8 ? 0.4 : 0);

        scores[(int)Aspect.Results] =
            (finding ? 1.8 : 0)
            + Math.Min(1.5, 0.5 * outcomes)
            + Math.Min(1, 0.7 * measures)
            + (before ? -2 : place)
            + (contribution && !finding ? -0.6 : 0)
            + (index == begins ? -0.8 : 0);

        scores[(int)Aspect.Data] =
            (AspectCues.Material().IsMatch(sentence) ? 2 : 0)
            + (sentence.Any(char.IsAsciiDigit) ? 0.3 : 0)
            + (before ? -1 : 0)
            + (finding ? -0.6 : 0)
            - Math.Min(0.9, 0.3 * outcomes);

        scores[(int)Aspect.Limits] =
            (AspectCues.Limit().IsMatch(sentence) ? 2.4 : 0)
            + (before ? -2.4 : place)
            + (contribution && index == begins ? -1.5 : 0)
            - (AspectCues.Limit().IsMatch(sentence) ? 0 : 1);

        if (AspectCues.Availability().IsMatch(sentence))
        {
            scores[(int)Aspect.Results] -= 1.5;
            scores[(int)Aspect.Approach] -= 1.5;
        }
        return scores;
    }
}
