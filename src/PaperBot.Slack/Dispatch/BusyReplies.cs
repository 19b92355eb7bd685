using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Dispatch;

/// <summary>
/// Tells people who clicked that there is no room: the acknowledgement of a click carries no text, so it goes to the click's <c>response_url</c>.
/// </summary>
internal sealed class BusyReplies(ISlackApiClient slack, IOptions<SlackOptions> options, ILogger<BusyReplies> logger)
{
    // When even these are too many, Slack's own mark on the button tells the rest.
    private readonly Channel<string> _urls = Channel.CreateBounded<string>(100);

    /// <returns>False when the person will not be told.</returns>
    public bool TrySend(string? responseUrl) => !string.IsNullOrEmpty(responseUrl) && _urls.Writer.TryWrite(responseUrl);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var url in _urls.Reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                var reply = new ResponseMessage { Text = SlackText.Escape(options.Value.BusyText), ReplaceOriginal = false };
                await slack.RespondAsync(url, reply, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Log.BusyNotTold(logger, (e as SlackException)?.ErrorCode ?? e.GetType().Name);
            }
        }
    }
}
