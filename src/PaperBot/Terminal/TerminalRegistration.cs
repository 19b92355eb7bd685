using Microsoft.Extensions.DependencyInjection;
using PaperBot.Embedding;
using PaperBot.Settings;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

internal static class TerminalRegistration
{
    public static IServiceCollection AddTerminal(this IServiceCollection services) => services
        // Embedding binds its options itself; this has their names and values checked with those of the other rooms.
        .AddSingleton(new SettingsSection(EmbeddingOptions.Section, typeof(EmbeddingOptions)))
        .AddSingleton<ProgressDisplay>()
        .AddSingleton<PaperFinder>()
        .AddSingleton<IngestionRun>()
        .AddSingleton<EmbeddingRun>()
        .AddSingleton<SampleLibrary>()
        .AddSingleton<FirstUse>();
}
