namespace PaperBot.Answering.Generative;

/// <summary>Takes what a model writes into an answer, sentence by sentence: what stands, a quote in its place, or nothing.</summary>
/// <param name="mayQuote">Whether a quote may take the place of a sentence that does not stand.</param>
internal sealed class SentenceTaking(Proof proof, ShownPapers shown, AnswerDraft draft, bool mayQuote)
{
    private const string NoAnswer = "no answer";

    public int Stood { get; private set; }

    public int Replaced { get; private set; }

    public int Dropped { get; private set; }

    public bool SaidNoAnswer { get; private set; }

    public async Task TakeAsync(IReadOnlyList<CitedSentence> sentences, CancellationToken cancellationToken)
    {
        foreach (var sentence in sentences)
        {
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
