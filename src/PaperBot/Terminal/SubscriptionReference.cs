using System.Globalization;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Terminal;

/// <summary>A subscription by its number: <c>3</c> or <c>#3</c>.</summary>
internal static class SubscriptionReference
{
    /// <returns>Null for what is no number.</returns>
    public static long? Number(string? typed) =>
        long.TryParse(typed?.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <exception cref="UsageException">There is none with this number.</exception>
    public static Subscription Find(VerbRun run, long id) => run.Get<SubscriptionStore>().Find(id) ?? throw new UsageException(
        string.Create(CultureInfo.InvariantCulture, $"There is no subscription {id}. `paperbot digest due` lists those there are."));
}
