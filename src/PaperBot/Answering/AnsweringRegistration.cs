using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering.Conversations;
using PaperBot.Answering.Extractive.Questions;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Answering.Generative;
using PaperBot.Answering.Support;

namespace PaperBot.Answering;

internal static class AnsweringRegistration
{
    public static IServiceCollection AddAnswering(this IServiceCollection services) => services
        .AddSingleton<Summarizer>()
        .AddSingleton<QuotedAnswers>()
        .AddSingleton<SupportCheck>()
        .AddSingleton<Proof>()
        .AddSingleton<WrittenAnswers>()
        .AddSingleton<Writing>()
        .AddSingleton<WrittenSummaries>()
        .AddSingleton<WrittenComparisons>()
        .AddSingleton<Ask>()
        .AddSingleton<Summarize>()
        .AddSingleton<Compare>()
        .AddSingleton<Understand>();
}
