using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaperBot.Benchmarks.Speed;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Providers;
using PaperBot.LanguageModels.Usage;

namespace PaperBot.Benchmarks.Models;

/// <summary>What lies around a provider's client: traces, cache, budget, counts, turns, breaker, retries and time limits.</summary>
internal static class DecoratorCost
{
    private const int Calls = 300;

    public static async Task MeasureAsync(ServiceProvider written, PacedServer server, Figures figures)
    {
        var options = written.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
        var (usage, time) = (written.GetRequiredService<UsageStore>(), TimeProvider.System);
        var limited = new LanguageModelOptions
        {
            Provider = options.Provider,
            Model = options.Model,
            Endpoint = options.Endpoint,
            CachedResponses = 0,
            // So that both are looked at.
            TokensPerDay = long.MaxValue,
            TokensPerPersonPerDay = long.MaxValue,
        };
        using var http = new HttpClient();
        using var alone = new OpenAICompatibleProvider().Connect(limited, null, http);
        using var around = LanguageModelsRegistration.Connect(limited, usage, time, NullLoggerFactory.Instance);
        limited.CachedResponses = Calls;
        using var cached = LanguageModelsRegistration.Connect(limited, usage, time, NullLoggerFactory.Instance);
        server.Pause = TimeSpan.Zero;
        var prompts = Enumerable.Range(0, Calls).Select(i => $"[kb2cd] Paper {i}\nWe store onions in tall sheds. Onions in tall sheds stay dry for nine weeks.\n\nQuestion: How long do onions stay dry?").ToList();

        var baseline = await Timings.MeasureAsync(prompts, prompt => ReadAsync(alone, prompt)).ConfigureAwait(false);
        var whole = await Timings.MeasureAsync(prompts, prompt => ReadAsync(around.Client, prompt)).ConfigureAwait(false);
        // The first time of each fills the cache.
        foreach (var prompt in prompts)
            await ReadAsync(cached.Client, prompt).ConfigureAwait(false);
        var again = await Timings.MeasureAsync(prompts, prompt => ReadAsync(cached.Client, prompt)).ConfigureAwait(false);
        figures.Add(
            $"a streamed call with all that lies around it, which adds {Figures.Milliseconds(whole.Median - baseline.Median)}", $"{whole}",
            $"the provider's client alone: {baseline}", Figures.Times(whole.Median, baseline.Median));
        figures.Add(
            "the same prompt again, from what is kept", $"{again}", $"the provider's client alone: {baseline}", Figures.Times(again.Median, baseline.Median));
    }

    private static async Task ReadAsync(IChatClient client, string prompt)
    {
        ChatMessage[] messages = [new(ChatRole.System, "You answer questions."), new(ChatRole.User, prompt)];
        await foreach (var _ in client.GetStreamingResponseAsync(messages, ModelCall.Options("U1", "answer/1")).ConfigureAwait(false))
        {
            // Read to its end.
        }
    }
}
