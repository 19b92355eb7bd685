using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels.Providers;

/// <summary>A way to a language model. One file a provider: its name in the settings, what it needs, and its client.</summary>
internal interface IProvider
{
    /// <summary>As <see cref="LanguageModelOptions.Provider"/> spells it.</summary>
    string Name { get; }

    /// <param name="apiKey">From the settings or the key's file; null when there is none.</param>
    /// <returns>What the settings lack for this provider, in one sentence that says how to mend it; null when nothing.</returns>
    string? FindMistake(LanguageModelOptions options, string? apiKey);

    /// <summary>A client that calls the provider once a call: retries, timeouts and limits lie around it.</summary>
    /// <param name="http">Sends all requests; its own timeout is infinite.</param>
    IChatClient Connect(LanguageModelOptions options, string? apiKey, HttpClient http);

    /// <summary>What an exception of this provider's client means beside a refused call; null when it is none of its own.</summary>
    LanguageModelFailure? FailureOf(Exception exception);
}
