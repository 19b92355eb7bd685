using Microsoft.Extensions.DependencyInjection;
using PaperBot.Digests.Feedback;

namespace PaperBot.Digests.Ranking;

internal static class RankingRegistration
{
    public static IServiceCollection AddRanking(this IServiceCollection services) => services
        .AddSingleton<VerdictStore>()
        .AddSingleton<SavedPapers>()
        .AddSingleton<SimilarityScale>()
        .AddSingleton<AimReader>()
        .AddSingleton<ArrivalStore>()
        .AddSingleton<TrendingSelection>()
        .AddSingleton<DigestSelection>();
}
