using System.Collections.Frozen;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>Words that a question is put in when it is put to papers; an answer need not repeat them.</summary>
internal static class FrameWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        """
        actually address addresses advantage advantages anything article articles author authors available basic basically benefit benefits best
        better caveat caveats compare compared comparison concern concerns cons contribution contributions cover covers currently deal dealing deals
        dealt define describe described describes detail details difference differences different discuss discussed discusses downside downsides
        drawback drawbacks evaluate evaluated evaluation exactly example examples exist existing exists experiment experiments explain explained
        find finds focus focuses general generally give goal good great handle handles happen help helped helps idea important interesting introduce
        introduced introduces kind kinds know known library limit limitation limitations limits list long look looking looks main mention mentioned
        mentions need needed needs new novel overview perform performs please preprint preprints present presented presents pro problem proposal
        propose proposed proposes pros published purpose question rather really reason reasons recent recently report reported reports research
        researchers shortcoming shortcomings shown something sort stand stands studied studies study suggest suggested suggests summarise summarize
        summary talk talks tell tells test tested tried try type types use used uses using versus vs wat weakness weaknesses well whats work works
        wrong
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static bool Contains(string word) => Words.Contains(word);
}
