namespace PaperBot.LanguageModels.Providers;

/// <summary>What the settings may lack, in the sentences that say how to mend it.</summary>
internal static class ProviderMistakes
{
    public static string? Address(LanguageModelOptions options) =>
        string.IsNullOrWhiteSpace(options.Endpoint) || Uri.TryCreate(options.Endpoint, UriKind.Absolute, out _) ? null
            : "LanguageModel:Endpoint is no address. Set it, or PAPERBOT_LanguageModel__Endpoint, to one such as http://127.0.0.1:8000/v1.";

    public static string? Model(LanguageModelOptions options, string example) => string.IsNullOrWhiteSpace(options.Model)
        ? $"LanguageModel:Model is missing. Name the model of {options.Provider}, such as {example}, there or in PAPERBOT_LanguageModel__Model." : null;

    public static string? Key(LanguageModelOptions options, string? apiKey) => apiKey is null
        ? $"LanguageModel:ApiKey is missing, which {options.Provider} needs. Set PAPERBOT_LanguageModel__ApiKey, or name a file that holds it in "
            + "PAPERBOT_LanguageModel__ApiKeyFile." : null;

    public static string? Endpoint(LanguageModelOptions options, string example) => string.IsNullOrWhiteSpace(options.Endpoint)
        ? $"LanguageModel:Endpoint is missing, which {options.Provider} needs. Set it, or PAPERBOT_LanguageModel__Endpoint, to an address such as {example}."
        : null;
}
