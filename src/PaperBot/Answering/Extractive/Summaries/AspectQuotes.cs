namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>Picks for each aspect the one sentence of an abstract that states it best. One sentence may state several.</summary>
internal static class AspectQuotes
{
    /// <param name="title">May be empty; a paper's name for its own work is often in it.</param>
    /// <returns>Numbers of sentences; aspects that the abstract does not state are not there.</returns>
    public static IReadOnlyDictionary<Aspect, int> Choose(string title, IReadOnlyList<string> sentences) => Choose(new AspectScores(title, sentences));

    /// <inheritdoc cref="Choose(string, IReadOnlyList{string})"/>
    public static IReadOnlyDictionary<Aspect, int> Choose(AspectScores scores)
    {
        var chosen = new Dictionary<Aspect, int>();
        Choose(Aspect.Approach, _ => true);
        Choose(Aspect.Problem, IsNot(Aspect.Approach));
        // Where the contribution is a finding there may be no other sentence of results.
        Choose(Aspect.Results, IsNot(Aspect.Approach));
        Choose(Aspect.Results, _ => true);
        Choose(Aspect.Data, IsNot(Aspect.Problem));
        Choose(Aspect.Limits, IsNot(Aspect.Problem));
        return chosen;

        Func<int, bool> IsNot(Aspect aspect) => i => !chosen.TryGetValue(aspect, out var taken) || taken != i;

        void Choose(Aspect aspect, Func<int, bool> fits)
        {
            if (chosen.ContainsKey(aspect))
                return;
            var best = Enumerable.Range(0, scores.Count)
                .Where(i => scores.States(i, aspect) && fits(i))
                .Select(i => (int?)i)
                .MaxBy(i => scores[i!.Value, aspect]);
            if (best is { } sentence)
                chosen[aspect] = sentence;
        }
    }
}
