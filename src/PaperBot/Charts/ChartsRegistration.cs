using Microsoft.Extensions.DependencyInjection;
using PaperBot.Charts.Maps;
using PaperBot.Charts.Trends;

namespace PaperBot.Charts;

internal static class ChartsRegistration
{
    public static IServiceCollection AddCharts(this IServiceCollection services) => services
        .AddSingleton<TrendSearch>()
        .AddSingleton<MapSearch>()
        .AddSingleton<TopicCharts>();
}
