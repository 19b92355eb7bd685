using PaperBot.Digests.Subscriptions;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Digests;

/// <summary>Offers time zones while a person types a city or a continent.</summary>
internal sealed class TimeZoneOptions : IBlockOptionProvider
{
    private const int Most = 50;
    private const int LongestOption = 75;

    public Task<IReadOnlyList<Option>> GetOptionsAsync(BlockOptionsRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Value.Trim().Replace(' ', '_');
        return Task.FromResult<IReadOnlyList<Option>>(
        [
            .. TimeZones.Known.Where(zone => zone.Length <= LongestOption && zone.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .OrderBy(zone => zone, StringComparer.Ordinal).Take(Most).Select(Of),
        ]);
    }

    public static Option Of(string zone) => new() { Text = new PlainText(zone.Replace('_', ' ')) { Emoji = false }, Value = zone };
}
