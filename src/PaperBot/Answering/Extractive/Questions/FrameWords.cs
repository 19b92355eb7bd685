using System.Collections.Frozen;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>Words that a question is put in when it is put to papers; an answer need not repeat them.</summary>
internal static class FrameWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        """
        address addresses article articles author authors available caveat caveats concern concerns cover covers deal dealing deals dealt define
        describe describes described discuss discusses discussed downside downsides drawback drawbacks exist exists existing explain explained find
        finds focus focuses goal help helped helps idea introduce introduced introduces kind kinds know known library limit limitation limitations limits list look
        looks main mention mentioned mentions need needed needs preprint preprints present presented presents problem proposal propose proposed proposes purpose
        question reason reasons report reported reports research researchers shortcoming shortcomings shown sort studied studies study suggest
        suggested suggests talk talks tell tells try tried type types use used uses using weakness weaknesses work works
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static bool Contains(string word) => Words.Contains(word);
}
