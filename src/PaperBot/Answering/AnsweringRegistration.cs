using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Answering;

internal static class AnsweringRegistration
{
    public static IServiceCollection AddAnswering(this IServiceCollection services) => services
        .AddSingleton<Ask>();
}
