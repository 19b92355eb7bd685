using Microsoft.Extensions.DependencyInjection;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Ranking;

namespace PaperBot.Digests;

internal static class DigestsRegistration
{
    public static IServiceCollection AddDigests(this IServiceCollection services) => services.AddRanking().AddDelivery();
}
