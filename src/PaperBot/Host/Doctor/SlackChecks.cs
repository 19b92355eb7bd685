using System.Globalization;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Host.Doctor;

/// <summary>
/// Looks at the way into the workspace: who the tokens are, what they may do, whether a socket opens, and whether the clocks agree.
/// </summary>
internal sealed class SlackChecks(SlackTokens tokens, ISlackApiClient slack, AnswerClock clock)
{
    // Slack's signatures are good for five minutes; a clock that is off by one is on its way there.
    private static readonly TimeSpan LargestDrift = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var who = await WhoAsync(cancellationToken).ConfigureAwait(false);
        yield return who.Finding;
        yield return who.Scopes is { } scopes ? Granted(scopes) : Finding.Skipped("scopes", "skipped: they are not known before the sign-in works.");
        yield return tokens.UsesSocketMode
            ? await SocketAsync(cancellationToken).ConfigureAwait(false)
            : Finding.Skipped("socket", "skipped: without SLACK_APP_TOKEN Slack sends its requests over HTTP.");
        yield return Clock();
    }

    private async Task<(Finding Finding, IReadOnlyList<string>? Scopes)> WhoAsync(CancellationToken cancellationToken)
    {
        const string subject = "sign-in";
        try
        {
            var me = await slack.Auth.TestAsync(cancellationToken).ConfigureAwait(false);
            return (Finding.Well(subject, $"{me.User} in the workspace {me.Team}."), me.Scopes);
        }
        catch (SlackException e)
        {
            return (Finding.Wrong(subject, e.Message, SlackErrors.Mend(e.ErrorCode)), null);
        }
    }

    private static Finding Granted(IReadOnlyList<string> scopes)
    {
        var missing = Scopes.Missing(scopes).ToList();
        return missing.Count == 0
            ? Finding.Well("scopes", $"all {Scopes.Lacks.Count} are granted.")
            : Finding.Wrong(
                "scopes",
                $"missing: {string.Join("; ", missing.Select(scope => $"{scope} ({Scopes.Lacks[scope]})"))}.",
                "Add them under \"OAuth & Permissions\", or paste config/slack-manifest.yaml under \"App Manifest\"; then install the app again.");
    }

    private async Task<Finding> SocketAsync(CancellationToken cancellationToken)
    {
        const string subject = "socket";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var address = await slack.Apps.OpenConnectionAsync(patience.Token).ConfigureAwait(false);
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(address, patience.Token).ConfigureAwait(false);
            var hello = await socket.ReceiveAsync(new ArraySegment<byte>(new byte[4096]), patience.Token).ConfigureAwait(false);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token).ConfigureAwait(false);
            return hello.MessageType == WebSocketMessageType.Text
                ? Finding.Well(subject, "opens, and Slack says hello.")
                : Finding.Wrong(subject, "Slack closed the socket at once.", "Turn on \"Socket Mode\" in the app's settings.");
        }
        catch (SlackException e)
        {
            return Finding.Wrong(subject, e.Message, SlackErrors.MendSocket(e.ErrorCode));
        }
        catch (WebSocketException e)
        {
            return Finding.Wrong(
                subject, $"The socket did not open ({e.WebSocketErrorCode}).",
                "Let this machine open wss:// connections to slack.com; a proxy may stand between.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Wrong(
                subject, "Slack did not say hello in time.",
                "Look at https://slack-status.com, and whether a proxy lets wss:// connections through.");
        }
    }

    private Finding Clock()
    {
        const string subject = "clock";
        if (clock.Drift is not { } drift)
            return Finding.Skipped(subject, "skipped: Slack did not answer.");
        var seconds = drift.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return drift.Duration() <= LargestDrift
            ? Finding.Well(subject, $"agrees with Slack's to {drift.Duration().TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s.")
            : Finding.Wrong(subject, $"is {seconds} s off Slack's, so that signatures are refused.", "Let the machine keep its time by NTP.");
    }
}
