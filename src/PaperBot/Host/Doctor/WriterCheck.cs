using System.Globalization;
using Microsoft.Extensions.AI;
using PaperBot.LanguageModels;

namespace PaperBot.Host.Doctor;

/// <summary>Calls the language model once, where one is configured.</summary>
internal sealed class WriterCheck(LanguageModel model, TimeProvider time)
{
    private const string Subject = "writer";
    private const int FewTokens = 16;

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        if (!model.IsConfigured)
            return Finding.Well(Subject, "answers in the words of the abstracts; set LanguageModel:Provider to have a model write.");
        try
        {
            var start = time.GetTimestamp();
            var options = ModelCall.Options(person: "", prompt: "doctor/1");
            options.MaxOutputTokens = FewTokens;
            // Streamed, as everything is that it will be asked for.
            await model.Client.GetStreamingResponseAsync("Hello", options, cancellationToken).ToChatResponseAsync(cancellationToken).ConfigureAwait(false);
            return Finding.Well(
                Subject, string.Create(CultureInfo.InvariantCulture, $"{model.Label} answers, in {time.GetElapsedTime(start).TotalSeconds:0.0} s."));
        }
        catch (LanguageModelException e)
        {
            return Finding.Wrong(Subject, $"{model.Label} does not write: {e.Message}", Mend(e.Failure));
        }
    }

    internal static string Mend(LanguageModelFailure failure) => failure switch
    {
        LanguageModelFailure.Unreachable => "Start the model's server, or correct LanguageModel:Endpoint or the network.",
        LanguageModelFailure.WrongKey => "Copy the key from the provider's console to PAPERBOT_LanguageModel__ApiKey, or to the file of LanguageModel:ApiKeyFile.",
        LanguageModelFailure.UnknownModel => "Correct LanguageModel:Model, or LanguageModel:Endpoint; a model of your own server must be installed there.",
        LanguageModelFailure.BadRequest =>
            "Some models take no temperature: set LanguageModel:Temperature to null. Else see whether LanguageModel:Model is made to chat.",
        LanguageModelFailure.RateLimited => "Wait a little; if it stays so, look at your quota and your bill with the provider.",
        LanguageModelFailure.Unavailable => "Wait, and look at the provider's status page or your server's log.",
        LanguageModelFailure.TimedOut => "Give it more time with LanguageModel:SilenceSeconds, or choose a faster model.",
        LanguageModelFailure.Interrupted => "Try again; if it stays so, look at your server's log, or at the proxy before it.",
        LanguageModelFailure.Unreadable => "See whether LanguageModel:Provider and LanguageModel:Endpoint belong together; many addresses end in /v1.",
        LanguageModelFailure.Declined => "Look at the content filter that your provider has in place, or choose another model.",
        LanguageModelFailure.BudgetSpent => "Wait for tomorrow (UTC), or raise LanguageModel:TokensPerDay.",
        LanguageModelFailure.BreakerOpen => "Wait a minute and try again.",
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, null),
    };
}
