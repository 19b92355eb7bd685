using Microsoft.Extensions.AI;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Prompts;

namespace PaperBot.Answering.Generative;

/// <summary>What the language model writes at once, where there is one.</summary>
internal sealed class Writing(LanguageModel model, PromptLibrary prompts)
{
    public string Mode => model.IsConfigured ? model.Label : Answer.LocalMode;

    /// <param name="values">What the prompt's places are filled with.</param>
    /// <returns>Its words, unchecked; empty without a model, and where it does not answer.</returns>
    public async Task<string> WriteAsync(string prompt, IReadOnlyDictionary<string, string> values, string person, CancellationToken cancellationToken)
    {
        if (!model.IsConfigured)
            return "";
        try
        {
            var messages = await prompts[prompt].FillAsync(values, cancellationToken).ConfigureAwait(false);
            // Streamed although it is read at once, so that a model that has fallen silent is given up as soon as with an answer.
            return (await model.Client.GetStreamingResponseAsync(messages, ModelCall.Options(person, prompts[prompt].Id), cancellationToken)
                .ToChatResponseAsync(cancellationToken).ConfigureAwait(false)).Text;
        }
        catch (LanguageModelException)
        {
            // Noted where the model is called, for the log and for App Home.
            return "";
        }
    }
}
