using PaperBot.Papers;

namespace PaperBot.Charts.Maps;

/// <summary>The papers around a topic in a plane: those that say similar things lie close together.</summary>
/// <param name="Topic">As typed.</param>
/// <param name="Points">Nearest to the topic first.</param>
/// <param name="Groups">The largest first.</param>
/// <param name="Library">How many papers were looked at.</param>
internal sealed record PaperMap(string Topic, IReadOnlyList<MapPoint> Points, IReadOnlyList<MapGroup> Groups, long Library);

/// <summary>A paper on the map.</summary>
/// <param name="X">The places' unit has no meaning; only which are near and which are far has.</param>
/// <param name="Group">Which of the map's groups, from 0.</param>
/// <param name="Name">What the paper calls its work, or its title cut short.</param>
/// <param name="Centrality">How close it is to the rest of its group, mean cosine; the highest speaks for the group.</param>
internal sealed record MapPoint(Paper Paper, double X, double Y, int Group, string Name, double Centrality);

/// <summary>Papers that say similar things.</summary>
/// <param name="Label">The words that tell it from the other groups.</param>
internal sealed record MapGroup(string Label, int Count);

/// <summary>A map, or why there is none.</summary>
internal abstract record MapOutcome
{
    private MapOutcome()
    {
    }

    internal sealed record Found(PaperMap Map) : MapOutcome;

    internal sealed record TooFew(string Topic, int Near, long Library) : MapOutcome;

    /// <summary>Without embeddings nobody knows what lies near what.</summary>
    internal sealed record NoEmbeddings : MapOutcome;
}
