using Microsoft.Extensions.DependencyInjection;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

internal static class TerminalRegistration
{
    public static IServiceCollection AddTerminal(this IServiceCollection services) => services
        .AddSingleton<ProgressDisplay>()
        .AddSingleton<IngestionRun>()
        .AddSingleton<FetchRun>()
        .AddSingleton<EmbeddingRun>()
        .AddSingleton<SampleLibrary>()
        .AddSingleton<FirstUse>();
}
