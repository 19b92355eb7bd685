namespace PaperBot.Host.Doctor;

/// <summary>Reads Slack's time off its answers.</summary>
internal sealed class AnswerClock(TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>How far this machine is ahead; null before an answer came.</summary>
    public TimeSpan? Drift { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Headers.Date is { } date)
            Drift = time.GetUtcNow() - date;
        return response;
    }
}
