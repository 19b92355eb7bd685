namespace PaperBot.Answering.Generative;

/// <summary>Takes what a model writes into an answer, sentence by sentence: what stands, a quote in its place, or nothing.</summary>
/// <param name="mayQuote">Whether a quote may take the place of a sentence that does not stand.</param>
internal sealed class SentenceTaking(Proof proof, ShownPapers shown, AnswerDraft draft, bool mayQuote)
{
    /// <summary>Whoever writes more than this that does not stand is not answering; each takes some milliseconds to check.</summary>
    internal const int MostTried = 60;

    // A reader's patience.
    private const int MostSentences = 8;

    private const string NoAnswer = "no answer";

    public int Stood { get; private set; }

    public int Replaced { get; private set; }

    public int Dropped { get; private set; }

    public bool SaidNoAnswer { get; private set; }

    /// <summary>Whether what the model goes on to write is of no use.</summary>
    public bool IsEnough => draft.Sentences.Count >= MostSentences || Stood + Replaced + Dropped >= MostTried;

    public async Task TakeAsync(IReadOnlyList<CitedSentence> sentences, CancellationToken cancellationToken)
    {
        foreach (var sentence in sentences)
        {
            if (IsEnough)
                return;
            if (sentence.Keys.Count == 0 && sentence.Text.Trim('.', '"', '*', ' ').Equals(NoAnswer, StringComparison.OrdinalIgnoreCase))
                SaidNoAnswer = true;
            else
                await TakeAsync(sentence, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(CitedSentence sentence, CancellationToken cancellationToken)
    {
        var finding = await proof.OfAsync(sentence, shown, cancellationToken).ConfigureAwait(false);
        if ((finding.Proven ?? (mayQuote ? finding.Instead : null)) is not { } shownAs)
        {
            Dropped++;
            return;
        }

        if (finding.Proven is not null)
            Stood++;
        else
            Replaced++;
        if (!draft.Says(shownAs.Text))
            await draft.AddAsync(shownAs).ConfigureAwait(false);
    }
}
