using System.Collections.Frozen;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>What the candidate model knows of each piece of an abstract when it judges how good a TLDR it would be.</summary>
internal static class CandidateFeatures
{
    public const int Count = 62;

    /// <summary>Words of a usual TLDR.</summary>
    private const double UsualLength = 20;

    /// <summary>A word said twice is seldom twice in the TLDR as well.</summary>
    private const double Again = 0.35;

    private static readonly FrozenSet<string> Function = SentenceCues.Stems(
        "a an the of in on to for with and or by from as at is are be was were that this these those it its we our can which their they such "
        + "has have not than more into also each between both via while when where");

    private static readonly FrozenSet<string> Vague = SentenceCues.Stems("this these it its they such above their proposed former latter he she");

    /// <param name="chances">For each stem of the paper, how likely the TLDR says it.</param>
    /// <returns>A row for each candidate, <see cref="Count"/> values each.</returns>
    public static float[] Of(TldrDocument document, WordTable table, float[] chances)
    {
        var candidates = document.Candidates;
        var expected = new double[candidates.Count];
        for (var i = 0; i < candidates.Count; i++)
            expected[i] = Expected(document.TokensOf(candidates[i]), chances).Score;
        var bestOfSentence = new double[document.Tokens.Length];
        for (var i = 0; i < candidates.Count; i++)
            bestOfSentence[candidates[i].Sentence] = Math.Max(bestOfSentence[candidates[i].Sentence], expected[i]);

        var context = new PaperContext(document, table, chances, expected, bestOfSentence);
        var features = new float[candidates.Count * Count];
        for (var i = 0; i < candidates.Count; i++)
        {
            var row = new FeatureRow(features.AsSpan(i * Count, Count));
            Describe(context, i, ref row);
        }
        return features;
    }

    private sealed class PaperContext
    {
        public PaperContext(TldrDocument document, WordTable table, float[] chances, double[] expected, double[] bestOfSentence)
        {
            Document = document;
            Table = table;
            Chances = chances;
            Expected = expected;
            BestOfSentence = bestOfSentence;
            Best = expected.DefaultIfEmpty().Max();
            Title = [.. document.Title.Where(stem => !Function.Contains(document.Stems[stem]))];
            FirstContribution = Array.FindIndex(document.Cues, cues => cues.Contribution >= 0);
            FirstFinding = Array.FindIndex(document.Cues, cues => cues.Finding >= 0);
            FirstPerson = Array.FindIndex(document.Cues, cues => cues.FirstPerson >= 0);
            Weights = [.. expected.Select(score => Math.Exp((score - Best) * 25))];
            Places = new int[document.Stems.Count];
            foreach (var tokens in document.Tokens)
            {
                foreach (var stem in tokens.Distinct())
                    Places[stem]++;
            }
        }

        public TldrDocument Document { get; }
        public WordTable Table { get; }
        public float[] Chances { get; }
        public double[] Expected { get; }
        public double[] BestOfSentence { get; }
        public double Best { get; }
        public HashSet<int> Title { get; }
        public int FirstContribution { get; }
        public int FirstFinding { get; }
        public int FirstPerson { get; }
        public double[] Weights { get; }
        public int[] Places { get; }
    }

    private static void Describe(PaperContext paper, int index, ref FeatureRow row)
    {
        var document = paper.Document;
        var candidate = document.Candidates[index];
        var tokens = document.TokensOf(candidate);
        var sentence = document.Tokens[candidate.Sentence];
        var cues = document.Cues[candidate.Sentence];
        var own = SentenceCues.Of(tokens.ToArray(), document.Stems);
        var sentences = document.Tokens.Length;
        var (score, sum, content, contentSum) = Expected(tokens, paper.Chances);

        row.Add(score);
        row.Add(score - paper.Best);
        row.Add(score - paper.BestOfSentence[candidate.Sentence]);
        row.Add(paper.BestOfSentence.Count(best => best > paper.BestOfSentence[candidate.Sentence]));
        row.Add(sum);
        row.Add(sum / Math.Max(1, tokens.Length));
        row.Add(tokens.Length);
        row.Add(sentence.Length);
        row.Add((double)tokens.Length / Math.Max(1, sentence.Length));
        row.Add(paper.Best);
        row.Add(candidate.Sentence);
        row.Add(sentences - 1 - candidate.Sentence);
        row.Add((double)candidate.Sentence / sentences);
        row.Add(sentences);
        row.Add((int)candidate.Opening);
        row.Add((int)candidate.Ending);

        double rarity = 0, rarest = 0, odds = 0, shared = 0;
        int function = 0, words = 0, vague = 0;
        float highest = 0, lowest = 1;
        foreach (var stem in tokens)
        {
            var text = document.Stems[stem];
            odds += paper.Table.LogOdds(text);
            if (Vague.Contains(text))
                vague++;
            if (Function.Contains(text))
            {
                function++;
                continue;
            }
            words++;
            var rare = paper.Table.Rarity(text);
            rarity += rare;
            rarest = Math.Max(rarest, rare);
            shared += paper.Places[stem] > 1 ? 1 : 0;
            highest = Math.Max(highest, paper.Chances[stem]);
            lowest = Math.Min(lowest, paper.Chances[stem]);
            contentSum += paper.Chances[stem];
        }
        row.Add(contentSum);
        row.Add(contentSum / Math.Max(1, words));
        row.Add(highest);
        row.Add(lowest);
        row.Add(rarity / Math.Max(1, words));
        row.Add(rarest);
        row.Add((double)function / Math.Max(1, tokens.Length));
        row.Add(shared / Math.Max(1, words));
        row.Add(odds / Math.Max(1, tokens.Length));
        row.Add(vague);
        row.Add(content);

        var distinct = new HashSet<int>(tokens.ToArray());
        var hits = distinct.Count(paper.Title.Contains);
        row.Add(paper.Title.Count);
        row.Add(hits);
        row.Add(paper.Title.Count == 0 ? 0 : (double)hits / paper.Title.Count);
        row.Add((double)hits / Math.Max(1, words));
        row.Add(paper.Title.Count == 0 ? 0 : BestTitleShare(paper));

        row.Add(cues.Contribution >= 0);
        row.Add(own.Contribution);
        row.Add(own.Finding);
        row.Add(own.FirstPerson);
        row.Add(own.Outcome);
        row.Add(own.Trouble);
        row.Add(own.Numbers);
        row.Add(cues.Outcome);
        row.Add(cues.Trouble);
        row.Add(Distance(candidate.Sentence, paper.FirstContribution));
        row.Add(Distance(candidate.Sentence, paper.FirstFinding));
        row.Add(Distance(candidate.Sentence, paper.FirstPerson));
        row.Add(candidate.Sentence > 0 && document.Cues[candidate.Sentence - 1].Contribution >= 0);
        row.Add(candidate.Sentence + 1 < sentences && document.Cues[candidate.Sentence + 1].Contribution >= 0);

        var text2 = document.Text(candidate);
        row.Add(text2.Count(','));
        row.Add(text2.Count(c => c is '(' or '['));
        row.Add(text2.Count(c => c is ':' or ';'));
        row.Add(text2.EndsWith('.'));
        row.Add(text2.Skip(1).Count(char.IsAsciiLetterUpper));
        row.Add(text2.Contains('$', StringComparison.Ordinal));

        var (central, agreeing, agreeingWhole) = Agreement(paper, index, tokens);
        row.Add(central);
        row.Add(agreeing);
        row.Add(agreeingWhole);
        row.Add(OpeningOdds(document, paper.Table, tokens, 0));
        row.Add(OpeningOdds(document, paper.Table, tokens, 1));
        row.Add(OpeningOdds(document, paper.Table, tokens, 2));
        row.Add(tokens.Length > 0 ? paper.Chances[tokens[^1]] : 0);
        var following = candidate.Start + candidate.Length < document.Sentences[candidate.Sentence].Length;
        row.Add(following ? Rest(paper, candidate, tokens.Length) : -1);
        row.Add(tokens.Length > 0 && document.Stems[tokens[0]] == "we");
        row.Add(tokens.Length > 0 && document.Stems[tokens[0]] is "in" or "to" or "for" or "as" or "while" or "by");
    }

    private static double OpeningOdds(TldrDocument document, WordTable table, ReadOnlySpan<int> tokens, int place) =>
        tokens.Length > place ? table.LogOdds(document.Stems[tokens[place]]) : -9;

    /// <summary>The mean chance of the words that the piece leaves out behind it.</summary>
    private static double Rest(PaperContext paper, SummaryCandidate candidate, int length)
    {
        var rest = paper.Document.TokensOf(candidate with { Start = candidate.Start + candidate.Length, Length = int.MaxValue / 2 });
        double sum = 0;
        foreach (var stem in rest)
            sum += paper.Chances[stem];
        return sum / Math.Max(1, rest.Length) + (length * 0);
    }

    private static double BestTitleShare(PaperContext paper)
    {
        var best = 0;
        foreach (var tokens in paper.Document.Tokens)
            best = Math.Max(best, tokens.Distinct().Count(paper.Title.Contains));
        return (double)best / paper.Title.Count;
    }

    private static int Distance(int sentence, int other) => other < 0 ? 99 : sentence - other;

    /// <summary>Expected ROUGE-1 F1 were the TLDR of the usual length and each word in it with its own chance.</summary>
    private static (double Score, double Sum, double Content, double Zero) Expected(ReadOnlySpan<int> tokens, float[] chances)
    {
        var seen = new HashSet<int>();
        double sum = 0, first = 0;
        foreach (var stem in tokens)
        {
            if (seen.Add(stem))
            {
                sum += chances[stem];
                first += chances[stem];
            }
            else
            {
                sum += chances[stem] * Again;
            }
        }
        return (2 * sum / (tokens.Length + UsualLength), sum, first / Math.Max(1, seen.Count), 0);
    }

    /// <summary>
    /// Overlap with the other sentences, plain and weighted by how good they look themselves: what several good candidates say
    /// is what a person would say (minimum Bayes risk).
    /// </summary>
    private static (double Central, double Agreeing, double AgreeingWhole) Agreement(PaperContext paper, int index, ReadOnlySpan<int> tokens)
    {
        var document = paper.Document;
        double central = 0, agreeing = 0, weights = 0, whole = 0, wholeWeights = 0;
        var count = 0;
        var counts = new Dictionary<int, int>();
        foreach (var stem in tokens)
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        for (var other = 0; other < document.Candidates.Count; other++)
        {
            var candidate = document.Candidates[other];
            if (candidate.Sentence == document.Candidates[index].Sentence)
                continue;
            var words = document.TokensOf(candidate);
            var left = new Dictionary<int, int>(counts);
            var common = 0;
            foreach (var stem in words)
            {
                if (left.TryGetValue(stem, out var n) && n > 0)
                {
                    left[stem] = n - 1;
                    common++;
                }
            }
            var overlap = 2.0 * common / Math.Max(1, words.Length + tokens.Length);
            agreeing += overlap * paper.Weights[other];
            weights += paper.Weights[other];
            if (candidate.Opening == Opening.Whole && candidate.Ending == Ending.Whole)
            {
                central += overlap;
                count++;
                whole += overlap * paper.Weights[other];
                wholeWeights += paper.Weights[other];
            }
        }
        return (central / Math.Max(1, count), agreeing / Math.Max(1e-9, weights), whole / Math.Max(1e-9, wholeWeights));
    }
}
