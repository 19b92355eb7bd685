using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Terminal;

internal static class TerminalRegistration
{
    public static IServiceCollection AddTerminal(this IServiceCollection services) => services
        .AddSingleton<PaperFinder>();
}
