using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering.Conversations;
using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Answering;

internal static class AnsweringRegistration
{
    public static IServiceCollection AddAnswering(this IServiceCollection services) => services
        .AddSingleton<Summarizer>()
        .AddSingleton<Ask>()
        .AddSingleton<Summarize>()
        .AddSingleton<Compare>()
        .AddSingleton<Understand>();
}
