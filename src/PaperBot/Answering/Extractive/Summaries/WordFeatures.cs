namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>What the word model knows of each stem of a paper when it judges whether the TLDR will say it.</summary>
internal static class WordFeatures
{
    public const int Count = 34;

    /// <returns>A row for each stem of the paper, <see cref="Count"/> values each.</returns>
    public static float[] Of(TldrDocument document, WordTable table)
    {
        var places = new List<(int Sentence, int Token)>[document.Stems.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = [];
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            for (var j = 0; j < document.Tokens[i].Length; j++)
                places[document.Tokens[i][j]].Add((i, j));
        }
        var inTitle = new int[document.Stems.Count];
        foreach (var stem in document.Title)
            inTitle[stem]++;
        var pairsOfTitle = document.Title.Zip(document.Title.Skip(1)).ToHashSet();
        var firstContribution = Array.FindIndex(document.Cues, cues => cues.Contribution >= 0);
        var firstFinding = Array.FindIndex(document.Cues, cues => cues.Finding >= 0);

        var features = new float[document.Stems.Count * Count];
        for (var stem = 0; stem < document.Stems.Count; stem++)
        {
            var row = new FeatureRow(features.AsSpan(stem * Count, Count));
            Describe(document, table, stem, places[stem], inTitle, pairsOfTitle, firstContribution, firstFinding, ref row);
        }
        return features;
    }

    private static void Describe(
        TldrDocument document, WordTable table, int stem, List<(int Sentence, int Token)> places, int[] inTitle,
        HashSet<(int, int)> pairsOfTitle, int firstContribution, int firstFinding, ref FeatureRow row)
    {
        var text = document.Stems[stem];
        var sentences = document.Tokens.Length;
        row.Add(table.LogOdds(text));
        row.Add(table.Rarity(text));
        row.Add(text.Length);
        row.Add(text.Any(char.IsAsciiDigit));
        row.Add(document.Title.Length);
        row.Add(inTitle[stem]);
        row.Add(places.Count);
        row.Add(places.Select(place => place.Sentence).Distinct().Count());
        row.Add(places.Count == 0 ? -1 : places[0].Sentence);
        row.Add(places.Count == 0 ? -1 : places[^1].Sentence);
        row.Add(places.Count == 0 ? -1 : sentences - 1 - places[^1].Sentence);
        row.Add(places.Count == 0 ? -1 : (double)places[0].Sentence / sentences);
        row.Add(sentences);

        int contribution = 0, finding = 0, outcome = 0, trouble = 0, firstPerson = 0, nearTitle = 0;
        int behindContribution = 99, behindFinding = 99, shortest = 99, fromEnd = 99;
        var nearby = -9.0;
        foreach (var (i, j) in places)
        {
            var cues = document.Cues[i];
            var tokens = document.Tokens[i];
            shortest = Math.Min(shortest, tokens.Length);
            fromEnd = Math.Min(fromEnd, tokens.Length - j);
            if (cues.Contribution >= 0)
            {
                contribution++;
                if (j >= cues.Contribution)
                    behindContribution = Math.Min(behindContribution, j - cues.Contribution);
            }
            if (cues.Finding >= 0)
            {
                finding++;
                if (j >= cues.Finding)
                    behindFinding = Math.Min(behindFinding, j - cues.Finding);
            }
            outcome += cues.Outcome > 0 ? 1 : 0;
            trouble += cues.Trouble > 0 ? 1 : 0;
            firstPerson += cues.FirstPerson >= 0 ? 1 : 0;
            if (j > 0)
            {
                nearTitle += inTitle[tokens[j - 1]] > 0 ? 1 : 0;
                nearby = Math.Max(nearby, table.LogOdds(document.Stems[tokens[j - 1]]));
            }
            if (j + 1 < tokens.Length)
            {
                nearTitle += inTitle[tokens[j + 1]] > 0 ? 1 : 0;
                nearby = Math.Max(nearby, table.LogOdds(document.Stems[tokens[j + 1]]));
            }
        }
        row.Add(contribution);
        row.Add(finding);
        row.Add(outcome);
        row.Add(trouble);
        row.Add(firstPerson);
        row.Add(behindContribution);
        row.Add(behindFinding);
        row.Add(shortest);
        row.Add(fromEnd);
        row.Add(places.Count == 0 ? 0 : (double)nearTitle / places.Count);
        row.Add(nearby);
        row.Add(places.Any(place => place.Sentence == firstContribution));
        row.Add(places.Any(place => place.Sentence == firstFinding));
        row.Add(firstContribution < 0 ? 99 : places.Count == 0 ? 99 : places.Min(place => Math.Abs(place.Sentence - firstContribution)));
        row.Add(firstContribution < 0 ? -1 : (double)firstContribution / sentences);
        row.Add(Overlap(document, places, inTitle));
        row.Add(pairsOfTitle.Count(pair => pair.Item1 == stem || pair.Item2 == stem));
        row.Add(document.Tokens.Sum(tokens => tokens.Length));
        row.Add(places.Count(place => place.Token == 0));
        row.Add(document.Title.AsSpan().IndexOf(stem));
        row.Add(places.Count == 0 ? -1 : places.Max(place => (double)place.Token / document.Tokens[place.Sentence].Length));
    }

    /// <summary>The largest share of title words among the sentences that the word stands in.</summary>
    private static double Overlap(TldrDocument document, List<(int Sentence, int Token)> places, int[] inTitle)
    {
        var best = 0.0;
        foreach (var (i, _) in places)
        {
            var tokens = document.Tokens[i];
            best = Math.Max(best, (double)tokens.Count(token => inTitle[token] > 0) / tokens.Length);
        }
        return best;
    }
}
