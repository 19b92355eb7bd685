using System.Collections.Frozen;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Support;

/// <summary>Words that are in most abstracts, and in most sentences on one: they tie a sentence to no paper.</summary>
internal static class GeneralWords
{
    private static readonly FrozenSet<string> Stems =
        """
        paper work study research approach method technique framework system model result experiment finding author researcher scientist propose present introduce describe
        show demonstrate find report use apply new novel recent existing previous different various task problem way based called namely respectively specifically particular
        overall example well yet known considerably substantially markedly percent percentage also however therefore thus moreover furthermore additionally abstract article according
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Synonyms.Of(WordStem.Of(word))).ToFrozenSet();

    public static bool Contains(string stem) => Stems.Contains(stem);
}
