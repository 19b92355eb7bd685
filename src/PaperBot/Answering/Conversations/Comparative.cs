using System.Text.RegularExpressions;

namespace PaperBot.Answering.Conversations;

/// <summary>"Which of them is faster?" sets papers side by side: by what.</summary>
internal static partial class Comparative
{
    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <returns>The aspect; empty for "which is better"; null when nothing is compared.</returns>
    public static string? Aspect(string text)
    {
        if (Which().Match(text) is not { Success: true } which)
            return null;
        if (which.Groups["of"] is { Success: true } of)
            return of.Value.ToLowerInvariant();
        return which.Groups["how"].Value.ToLowerInvariant() switch
        {
            var how when how.StartsWith("fast", StringComparison.Ordinal) || how.StartsWith("slow", StringComparison.Ordinal) || how.StartsWith("quick", StringComparison.Ordinal) => "speed",
            var how when how.StartsWith("cheap", StringComparison.Ordinal) || how.EndsWith("expensive", StringComparison.Ordinal) || how.StartsWith("cost", StringComparison.Ordinal) => "cost",
            var how when how.StartsWith("small", StringComparison.Ordinal) || how.StartsWith("large", StringComparison.Ordinal) || how.StartsWith("bigg", StringComparison.Ordinal) => "size",
            var how when how.EndsWith("accurate", StringComparison.Ordinal) || how.EndsWith("precise", StringComparison.Ordinal) => "accuracy",
            var how when how.EndsWith("robust", StringComparison.Ordinal) => "robustness",
            var how when how.EndsWith("scalable", StringComparison.Ordinal) => "scalability",
            _ => "",
        };
    }

    /// <summary>"Which is newer?"</summary>
    public static bool AsksForDates(string text) => When().IsMatch(text);

    [GeneratedRegex(@"^\W*(which|what)( (one|paper|study|work))?( of (them|these|those|the (two|three|papers)|both))? (is|was|came|appeared)( the| published| out)* (newer|newest|older|oldest|latest|first|last|earlier|later|more recent|most recent)\W*$", Relaxed)]
    private static partial Regex When();

    [GeneratedRegex(
        @"^\W*(which|who|what)( (one|ones|paper|method|approach|model|system)s?)?( of (them|these|those|the (two|three|four|papers|methods)|both))?"
        + @" (is|are|was|runs?|works?|performs?|does|needs?|uses?|has|takes?|requires?|reports?|gets?|reaches)"
        + @"( the)?( much| far)? (((less|more|fewer|least|most|fewest|lower|higher|better|best|highest|lowest|the most|the least) (?<of>memory|storage|data|energy|power|parameters|compute|accuracy|recall|latency|speed|throughput|cost|training time|training data|training cost|hardware|gpus))"
        + @"|(?<how>faster|fastest|slower|slowest|quicker|quickest|cheaper|cheapest|smaller|smallest|larger|largest|bigger|biggest|better|best|worse|worst|(more|most|less|least) (accurate|precise|robust|scalable|expensive|costly|efficient|effective)))\W*$",
        Relaxed)]
    private static partial Regex Which();
}
