using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.LanguageModels.Decorators;
using PaperBot.LanguageModels.Prompts;
using PaperBot.LanguageModels.Providers;
using PaperBot.LanguageModels.Usage;
using PaperBot.Settings;

namespace PaperBot.LanguageModels;

internal static class LanguageModelsRegistration
{
    private static readonly IProvider[] Providers =
        [new OpenAIProvider(), new AzureOpenAIProvider(), new OpenAICompatibleProvider(), new OllamaProvider(), new AnthropicProvider()];

    /// <summary>Adds <see cref="LanguageModel"/> and its prompts. Settings and prompts that cannot work are told when it is first asked for.</summary>
    public static IServiceCollection AddLanguageModels(this IServiceCollection services) => services
        .AddSettings<LanguageModelOptions>("LanguageModel")
        .AddSingleton<UsageStore>()
        .AddSingleton(provider => PromptLibrary.Load(
            PromptLibrary.ShippedFolder, provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value.PromptsFolder))
        .AddSingleton(Create);

    private static LanguageModel Create(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
        var model = Connect(
            options, provider.GetRequiredService<UsageStore>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>());
        // Where none is configured, nobody waits for its prompts.
        if (model.IsConfigured)
            provider.GetRequiredService<PromptLibrary>();
        return model;
    }

    /// <exception cref="SettingsException">The provider lacks a setting; the message says which.</exception>
    internal static LanguageModel Connect(LanguageModelOptions options, UsageStore usage, TimeProvider time, ILoggerFactory loggers)
    {
        if (options.Provider == LanguageModelOptions.None)
            return new LanguageModel("", null);
        var provider = Providers.Single(provider => provider.Name == options.Provider);
        var (key, mistake) = ApiKey.Read(options);
        if ((mistake ?? ProviderMistakes.Address(options) ?? provider.FindMistake(options, key)) is { } sentence)
            throw new SettingsException(sentence);
        var client = provider.Connect(options, key, CreateHttp(options, time));
        return new LanguageModel(
            $"{options.Provider} {options.Model}", Decorated.Around(client, provider.FailureOf, options, usage, time, loggers));
    }

    private static HttpClient CreateHttp(LanguageModelOptions options, TimeProvider time)
    {
        var sockets = new SocketsHttpHandler
        {
            // A redirect could carry the key to another host.
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Who gives up a stream hangs up, and does not wait for what is left of it.
            MaxResponseDrainSize = 0,
        };
        return new(new RefusedCalls(options, time, sockets)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
