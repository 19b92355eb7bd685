using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Bot.Replies;

internal static class RepliesRegistration
{
    public static IServiceCollection AddReplies(this IServiceCollection services) => services
        .AddSingleton<ReplyStore>()
        .AddSingleton<PaperLists>()
        .AddSingleton<Fetches>()
        .AddSingleton<Additions>()
        .AddSingleton<Exports>()
        .AddSingleton<Pictures>()
        .AddSingleton<LibraryStatus>()
        .AddSingleton<Responder>()
        .AddSingleton<FeedbackStore>()
        .AddSingleton<PrivateReplies>();
}
