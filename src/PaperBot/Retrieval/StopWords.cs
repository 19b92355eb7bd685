using System.Collections.Frozen;

namespace PaperBot.Retrieval;

/// <summary>English words that say how a question is put, not what it is about. In every abstract, so a search by them finds nothing.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        """
        a about above after again all also am an and any are aren as at be been before being below between both but by can could couldn
        d did didn do does doesn doing don down during each else ever few for from further get give gives got had has have having he her
        here hers him his how i if in into is isn it its itself just ll m may me might more most much must my no nor not now of off on once
        only or other our ours out over own paper papers please re s same say says she should shouldn show shows so some such t tell than
        that the their theirs them then there these they this those through to too under until up us ve very was wasn we were what when
        where which while who whom whose why will with without won would wouldn you your yours
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static bool Contains(string word) => Words.Contains(word);
}
