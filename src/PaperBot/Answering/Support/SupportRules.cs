namespace PaperBot.Answering.Support;

/// <summary>What no nearness in meaning makes up for.</summary>
internal static class SupportRules
{
    /// <returns>Null when none is broken.</returns>
    public static SupportFailure? Fails(Claim claim, IReadOnlyList<AbstractSentence> window, Abstract paper)
    {
        var alignments = window.Select(sentence => new Alignment(claim.Words, sentence.Words)).ToList();
        if (claim.Numbers.Any(number => !Bears(number, window, paper)) || Mixes(claim.Numbers, [.. window.SelectMany(sentence => sentence.Numbers)]))
            return SupportFailure.Number;
        if (claim.Names.Any(name => !StatedNames.IsBorne(name, paper.Names)))
            return SupportFailure.Name;
        if (alignments.Exists(alignment => alignment.IsTaken) && Exchanges(claim, alignments) is { } exchanged)
            return exchanged;
        if (Denies(claim, window) || IsDenied(claim, window[0]))
            return SupportFailure.Negation;
        if (Turns(claim, window, paper) || window.Any(sentence => Directions.IsSwapped(claim.Words, sentence.Words)))
            return SupportFailure.Direction;
        return null;
    }

    /// <summary>What was put into a sentence that was taken from the abstract.</summary>
    private static SupportFailure? Exchanges(Claim claim, List<Alignment> alignments)
    {
        if (alignments[0].IsTaken && alignments[0].LeavesOutADenial())
            return SupportFailure.Negation;
        for (var i = 0; i < claim.Words.Count; i++)
        {
            var word = claim.Words[i];
            if (alignments.Exists(alignment => alignment.Has(i)))
                continue;
            if (char.IsDigit(word.Stem[0]) && word.Stem.All(letter => char.IsDigit(letter) || letter == '.'))
                return SupportFailure.Number;
            if (Negations.IsCue(claim.Words, i))
                return SupportFailure.Negation;
            if (Alignment.IsBound(word))
                return SupportFailure.Direction;
            if (StatedNames.IsOne(word.Text) && alignments[0].Replaced(i).Any(other => StatedNames.IsOne(other.Text)))
                return SupportFailure.Name;
        }

        return null;
    }

    /// <summary>Whether the abstract states the number, in its unit and of the same thing.</summary>
    public static bool Bears(StatedNumber number, IReadOnlyList<AbstractSentence> window, Abstract paper)
    {
        var stated = paper.Sentences.SelectMany(sentence => sentence.Numbers).Concat(paper.TitleNumbers).Where(number.Says).ToList();
        if (stated.Count == 0)
            return number.Unit.Length == 0 && paper.Paper.Published is { } date && date.ToString().StartsWith(number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return number.Near.Count == 0 || stated.Exists(other => other.Near.Count == 0 || other.Near.Overlaps(number.Near))
            || window.Any(sentence => sentence.Numbers.Any(number.Says));
    }

    /// <summary>Whether two numbers of one unit have changed places: what stands beside one here stands beside the other there.</summary>
    private static bool Mixes(IReadOnlyList<StatedNumber> said, IReadOnlyList<StatedNumber> stated)
    {
        foreach (var number in said)
        {
            var others = stated.Where(other => other.Unit == number.Unit && other.Value != number.Value).ToList();
            var own = stated.Where(number.Says).Select(other => other.Near.Count(number.Near.Contains)).DefaultIfEmpty(-1).Max();
            if (own >= 0 && others.Exists(other => other.Near.Count(number.Near.Contains) > own + 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether it denies what the abstract does not deny.</summary>
    private static bool Denies(Claim claim, IReadOnlyList<AbstractSentence> window)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (!Negations.IsCue(claim.Words, i))
                continue;
            var scope = Scope(claim.Words, i);
            var borne = window.Any(sentence => Enumerable.Range(0, sentence.Words.Count)
                .Any(j => Negations.IsCue(sentence.Words, j) && (scope.Count == 0 || sentence.Words[j].Stem == claim.Words[i].Stem && scope.Count == 0 || Scope(sentence.Words, j).Overlaps(scope))));
            if (!borne)
                return true;
        }

        return false;
    }

    /// <summary>Whether it states what the abstract denies.</summary>
    private static bool IsDenied(Claim claim, AbstractSentence sentence)
    {
        var stated = Stated(claim.Words, claim.Denied);
        var statedThere = Stated(sentence.Words, sentence.Denied);
        var deniedHere = claim.Words.Where((word, i) => word.Tells && claim.Denied[i] % 2 == 1).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (!Negations.IsCue(sentence.Words, i))
                continue;
            // What is denied is the first thing behind the "not".
            var head = sentence.Words.Skip(i + 1).TakeWhile(word => !word.IsBreak).FirstOrDefault(word => word.Tells);
            if (head.Stem is { Length: > 0 } stem && stated.Contains(stem) && !deniedHere.Contains(stem) && !statedThere.Contains(stem))
                return true;
        }

        return false;
    }

    private static bool Turns(Claim claim, IReadOnlyList<AbstractSentence> window, Abstract paper)
    {
        var near = window.SelectMany(sentence => sentence.Directions).ToList();
        var all = paper.Sentences.SelectMany(sentence => sentence.Directions).ToList();
        foreach (var said in claim.Directions)
        {
            var nearby = near.Exists(other => other.Scale == said.Scale) ? near : all;
            if (Directions.IsTurned(said, nearby))
                return true;
        }

        return false;
    }

    private static HashSet<string> Stated(IReadOnlyList<ClaimWord> words, int[] denied) =>
        words.Where((word, i) => word.Tells && denied[i] % 2 == 0).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Scope(IReadOnlyList<ClaimWord> words, int cue) =>
        words.Skip(cue + 1).TakeWhile(word => !word.IsBreak).Where(word => word.Tells).Take(4).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
}
