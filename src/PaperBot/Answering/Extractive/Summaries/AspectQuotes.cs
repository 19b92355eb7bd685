namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>Picks for each aspect the one sentence of an abstract that states it best. A sentence serves one aspect only.</summary>
internal static class AspectQuotes
{
    /// <summary>What a sentence must reach for an aspect that is not its likeliest.</summary>
    private const double EnoughForSecond = AspectClassifier.Enough + 0.5;

    /// <returns>Numbers of sentences; aspects that the abstract does not state are not there.</returns>
    public static IReadOnlyDictionary<Aspect, int> Choose(string title, IReadOnlyList<string> sentences)
    {
        var scores = AspectClassifier.Score(sentences);
        var likeliest = scores.Select(AspectClassifier.Likeliest).ToArray();
        var chosen = new Dictionary<Aspect, int>();
        foreach (var aspect in Aspects.Shown)
            Choose(aspect, i => likeliest[i] == aspect);
        foreach (var aspect in Aspects.Shown)
            Choose(aspect, i => scores[i][(int)aspect] >= EnoughForSecond);
        return chosen;

        void Choose(Aspect aspect, Func<int, bool> fits)
        {
            if (chosen.ContainsKey(aspect))
                return;
            var best = Enumerable.Range(0, scores.Length)
                .Where(i => fits(i) && !chosen.ContainsValue(i))
                .Select(i => (int?)i)
                .MaxBy(i => scores[i!.Value][(int)aspect]);
            if (best is { } sentence)
                chosen[aspect] = sentence;
        }
    }
}
