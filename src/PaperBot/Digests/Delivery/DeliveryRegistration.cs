using Microsoft.Extensions.DependencyInjection;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Digests.Delivery;

internal static class DeliveryRegistration
{
    /// <summary>Adds all but the chat that digests are posted in, an <see cref="IDigestPost"/>, and the <see cref="DigestHost"/>.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<SubscriptionChanges>()
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<DigestStore>()
        .AddSingleton<SelectPapers>(rooms => rooms.GetRequiredService<DigestSelection>().SelectAsync)
        .AddSingleton<DigestDrafts>()
        .AddSingleton<Claims>()
        .AddSingleton<DigestWriter>()
        .AddSingleton<DigestRunner>();
}
