using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Digests;

internal static class DigestsRegistration
{
    public static IServiceCollection AddDigests(this IServiceCollection services) => services;
}
