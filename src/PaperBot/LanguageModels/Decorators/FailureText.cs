namespace PaperBot.LanguageModels.Decorators;

/// <summary>What failed, and what mends it, in one sentence for who keeps the bot.</summary>
internal static class FailureText
{
    public static string Of(LanguageModelFailure failure, LanguageModelOptions options) => failure switch
    {
        LanguageModelFailure.Unreachable => $"Nobody answers at {Address(options)}; check LanguageModel:Endpoint and the network.",
        LanguageModelFailure.WrongKey => $"{options.Provider} does not accept the key; check LanguageModel:ApiKey.",
        LanguageModelFailure.UnknownModel => $"{options.Provider} does not know the model {options.Model}, or has nothing at this address; check LanguageModel:Model and LanguageModel:Endpoint.",
        LanguageModelFailure.BadRequest => $"{options.Provider} does not accept the request; check the model and the temperature in the settings.",
        LanguageModelFailure.RateLimited => $"{options.Provider} has had too many calls, or its quota is used up.",
        LanguageModelFailure.Unavailable => $"{options.Provider} is in trouble of its own.",
        LanguageModelFailure.TimedOut => $"{options.Provider} took too long.",
        LanguageModelFailure.Interrupted => $"{options.Provider} broke off in the middle of an answer.",
        LanguageModelFailure.Unreadable => $"{options.Provider} answered something that cannot be read; check its kind and address in the settings.",
        LanguageModelFailure.Declined => $"{options.Provider} declined to answer.",
        LanguageModelFailure.BudgetSpent => "The day's tokens are used up.",
        _ => "The language model is left alone for a while.",
    };

    // Without a name and a password, and without a key behind the question mark.
    private static string Address(LanguageModelOptions options) => Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address)
        ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
        : options.Provider;
}
