using PaperBot.LanguageModels.Prompts;

namespace PaperBot.Answering.Generative;

/// <summary>Has the language model say a paper in one sentence.</summary>
internal sealed class WrittenSummaries(Writing writing, Proof proof)
{
    /// <returns>The summary with the model's sentence, or as it was where there is none that stands.</returns>
    public async Task<Summary> WriteAsync(Summary local, string person, CancellationToken cancellationToken)
    {
        if (local.Tldr.Length == 0)
            return local;
        var shown = new ShownPapers(local.Paper.Key.Value);
        var values = new Dictionary<string, string> { ["sources"] = shown.Show([local.Paper]), ["fence"] = shown.Fence };
        var reader = new SentenceReader();
        var written = await writing.WriteAsync(PromptName.Summary, values, person, cancellationToken).ConfigureAwait(false);
        foreach (var sentence in reader.Add(written).Concat(reader.End()))
        {
            if ((await proof.OfAsync(sentence, shown, cancellationToken).ConfigureAwait(false)).Proven is { } proven)
                return local with { Tldr = proven.Text, TldrQuote = proven.Bearers[0].Quote, Mode = writing.Mode };
        }

        return local;
    }
}
