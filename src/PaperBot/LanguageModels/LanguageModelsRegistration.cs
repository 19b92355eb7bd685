using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.LanguageModels.Decorators;
using PaperBot.LanguageModels.Providers;
using PaperBot.LanguageModels.Usage;
using PaperBot.Settings;

namespace PaperBot.LanguageModels;

internal static class LanguageModelsRegistration
{
    private static readonly IProvider[] Providers =
        [new OpenAIProvider(), new AzureOpenAIProvider(), new OpenAICompatibleProvider(), new OllamaProvider(), new AnthropicProvider()];

    /// <summary>Adds <see cref="LanguageModel"/>, which is connected when it is first asked for; settings that cannot work are told then.</summary>
    public static IServiceCollection AddLanguageModels(this IServiceCollection services) => services
        .AddSettings<LanguageModelOptions>("LanguageModel")
        .AddSingleton<UsageStore>()
        .AddSingleton(provider => Connect(
            provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value,
            provider.GetRequiredService<UsageStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));

    /// <exception cref="SettingsException">The provider lacks a setting; the message says which.</exception>
    internal static LanguageModel Connect(LanguageModelOptions options, UsageStore usage, TimeProvider time, ILoggerFactory loggers)
    {
        if (options.Provider == LanguageModelOptions.None)
            return new LanguageModel("", null);
        var provider = Providers.Single(provider => provider.Name == options.Provider);
        var (key, mistake) = ApiKey.Read(options);
        if ((mistake ?? ProviderMistakes.Address(options) ?? provider.FindMistake(options, key)) is { } sentence)
            throw new SettingsException(sentence);
        var client = provider.Connect(options, key, CreateHttp())
            .AsBuilder()
            .ConfigureOptions(call =>
            {
                call.MaxOutputTokens ??= options.MaxOutputTokens;
                call.Temperature ??= (float?)options.Temperature;
            })
            .Build();
        return new LanguageModel(
            $"{options.Provider} {options.Model}", Decorated.Around(client, provider.FailureOf, options, usage, time, loggers));
    }

    // A redirect could carry the key to another host.
    private static HttpClient CreateHttp() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
