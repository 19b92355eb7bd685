using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels.Providers;

/// <summary>
/// Azure's v1 API, which OpenAI's own client speaks; the model is the name of the deployment.
/// See https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle.
/// </summary>
internal sealed class AzureOpenAIProvider : IProvider
{
    private const string Path = "/openai/v1/";

    public string Name => "azure-openai";

    public string? FindMistake(LanguageModelOptions options, string? apiKey) =>
        ProviderMistakes.Endpoint(options, "https://my-team.openai.azure.com")
        ?? ProviderMistakes.Model(options, "the name of your deployment")
        ?? ProviderMistakes.Key(options, apiKey);

    public IChatClient Connect(LanguageModelOptions options, string? apiKey, HttpClient http)
    {
        var endpoint = new Uri(options.Endpoint!);
        // The portal shows the resource's address, without the path.
        return OpenAIWire.Connect(options.Model!, apiKey, endpoint.AbsolutePath == "/" ? new Uri(endpoint, Path) : endpoint, http);
    }

    public LanguageModelFailure? FailureOf(Exception exception) => OpenAIWire.FailureOf(exception);
}
