using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>What one sentence of an abstract shows by itself, before its place is weighed.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Subject">What follows the paper's own name where the sentence is about it; null elsewhere.</param>
internal sealed partial record SentenceSigns(string Text, string? Subject)
{
    /// <summary>"we propose", "this study builds".</summary>
    public bool Contribution { get; } = AspectCues.Contribution().IsMatch(Text);

    /// <summary>"we show", "results indicate".</summary>
    public bool Finding { get; } = AspectCues.Finding().IsMatch(Text);

    public bool Authors { get; } = AspectCues.Authors().IsMatch(Text);

    public bool Availability { get; } = AspectCues.Availability().IsMatch(Text);

    /// <summary>How many words of outcome it has.</summary>
    public int Outcomes { get; } = AspectCues.Outcome().Count(Text);

    /// <summary>Something was tried: what is said of data is of the data that it was tried on.</summary>
    public bool Tries => Finding || Authors || Subject is not null || Outcomes > 0 || AspectCues.TriedOn().IsMatch(Text) || AspectCues.Trial().IsMatch(Text);

    /// <summary>"SPANN is a system that".</summary>
    public bool Defines { get; } = Subject is not null && Definition().IsMatch(Subject);

    /// <summary>"SPANN outperforms".</summary>
    public bool Succeeds { get; } = Subject is not null && AspectCues.OutcomeVerb().IsMatch(Apposition().Replace(Subject, ""));

    /// <summary>"SPANN balances": the name does what its authors made it do.</summary>
    public bool Works => Subject is not null && !Succeeds;

    [GeneratedRegex(@"^,[^,]*,\s+")]
    private static partial Regex Apposition();

    // A name's sentence that says what the thing is, or is short for.
    [GeneratedRegex(@"^(?:,\s(?:short\s+for|or|an?)\b)|^(?:is|are|was|were)\s+(?:an?|the|our)\b(?!\s+(?:most|best|first\s+to))", RegexOptions.IgnoreCase)]
    private static partial Regex Definition();
}
