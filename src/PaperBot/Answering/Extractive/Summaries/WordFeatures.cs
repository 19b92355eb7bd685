namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>What the word model knows of each stem of a paper when it judges whether the TLDR will say it.</summary>
internal static class WordFeatures
{
    public const int Count = 34;

    /// <returns>A row for each stem of the paper, <see cref="Count"/> values each.</returns>
    public static float[] Of(TldrDocument document, WordTable table)
    {
        var paper = new Context(document, table);
        var features = new float[document.Stems.Count * Count];
        for (var stem = 0; stem < document.Stems.Count; stem++)
        {
            var row = new FeatureRow(features.AsSpan(stem * Count, Count));
            Describe(paper, stem, ref row);
        }
        return features;
    }

    /// <summary>What is the same for all words of a paper.</summary>
    private sealed class Context
    {
        public Context(TldrDocument document, WordTable table)
        {
            Document = document;
            Table = table;
            Places = new List<(int, int)>[document.Stems.Count];
            for (var i = 0; i < Places.Length; i++)
                Places[i] = [];
            for (var i = 0; i < document.Tokens.Length; i++)
            {
                for (var j = 0; j < document.Tokens[i].Length; j++)
                    Places[document.Tokens[i][j]].Add((i, j));
            }
            InTitle = new int[document.Stems.Count];
            foreach (var stem in document.Title)
                InTitle[stem]++;
            PairsOfTitle = document.Title.Zip(document.Title.Skip(1)).ToHashSet();
            TitleShares = [.. document.Tokens.Select(tokens => (double)tokens.Count(token => InTitle[token] > 0) / Math.Max(1, tokens.Length))];
            FirstContribution = Array.FindIndex(document.Cues, cues => cues.Contribution >= 0);
            FirstFinding = Array.FindIndex(document.Cues, cues => cues.Finding >= 0);
            Length = document.Tokens.Sum(tokens => tokens.Length);
        }

        public TldrDocument Document { get; }
        public WordTable Table { get; }
        public List<(int Sentence, int Token)>[] Places { get; }
        public int[] InTitle { get; }
        public HashSet<(int First, int Second)> PairsOfTitle { get; }

        /// <summary>For each sentence the share of its words that the title has.</summary>
        public double[] TitleShares { get; }
        public int FirstContribution { get; }
        public int FirstFinding { get; }
        public int Length { get; }
    }

    private static void Describe(Context paper, int stem, ref FeatureRow row)
    {
        var document = paper.Document;
        var table = paper.Table;
        var places = paper.Places[stem];
        var inTitle = paper.InTitle;
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
        row.Add(places.Any(place => place.Sentence == paper.FirstContribution));
        row.Add(places.Any(place => place.Sentence == paper.FirstFinding));
        row.Add(paper.FirstContribution < 0 ? 99 : places.Count == 0 ? 99 : places.Min(place => Math.Abs(place.Sentence - paper.FirstContribution)));
        row.Add(paper.FirstContribution < 0 ? -1 : (double)paper.FirstContribution / sentences);
        row.Add(places.Count == 0 ? 0 : places.Max(place => paper.TitleShares[place.Sentence]));
        row.Add(paper.PairsOfTitle.Count(pair => pair.First == stem || pair.Second == stem));
        row.Add(paper.Length);
        row.Add(places.Count(place => place.Token == 0));
        row.Add(document.Title.AsSpan().IndexOf(stem));
        row.Add(places.Count == 0 ? -1 : places.Max(place => (double)place.Token / document.Tokens[place.Sentence].Length));
    }
}
