using System.Threading.Channels;

namespace PaperBot.Slack.Tests.WebApi;

/// <summary>Counts requests that are answered, so that simulated time goes on only when what was let through has arrived.</summary>
internal sealed class Answered(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly Channel<Uri?> _answered = Channel.CreateUnbounded<Uri?>();

    /// <summary>Waits until so many more requests are answered.</summary>
    public async Task WaitForAsync(int requests)
    {
        for (var answered = 0; answered < requests; answered++)
            await _answered.Reader.ReadAsync();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            _answered.Writer.TryWrite(request.RequestUri);
        }
    }
}
