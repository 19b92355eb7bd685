using System.Globalization;

namespace PaperBot.Slack.WebApi.Calls;

/// <summary>What came back, as far as it is used.</summary>
/// <param name="Status">The HTTP status; neither 429 nor 5xx, which are other outcomes.</param>
/// <param name="Body">The body, within its bound.</param>
/// <param name="Scopes">The header <c>X-OAuth-Scopes</c>.</param>
internal sealed record Received(int Status, byte[] Body, string? Scopes);

/// <summary>Sends one request and says what became of it, in terms of whether it may be sent again. It knows HTTP, not Slack's answers.</summary>
internal sealed class Wire(HttpClient http, TimeProvider time)
{
    // 999 messages of history with long texts stay under it.
    private const int MostBodyBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan MostRetryAfter = TimeSpan.FromHours(1);

    public async Task<Attempt<Received>> SendAsync(string name, HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var status = (int)response.StatusCode;
            if (status == 429)
                return new Attempt<Received>.RateLimited(RetryAfter(response));
            if (status >= 500)
                return Failed($"http_{status.ToString(CultureInfo.InvariantCulture)}", mayHaveLanded: true);
            return await ReadAsync(response.Content, either.Token) is { } body
                ? new Attempt<Received>.Done(new Received(status, body, Scopes(response)))
                : Failed("invalid_response", mayHaveLanded: true);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("timeout", mayHaveLanded: true, exception);
        }
        catch (HttpRequestException exception)
        {
            return Failed("connection_failed", !FailedToConnect(exception), exception);
        }
        catch (IOException exception)
        {
            return Failed("connection_failed", mayHaveLanded: true, exception);
        }

        Attempt<Received> Failed(string code, bool mayHaveLanded, Exception? exception = null) =>
            new Attempt<Received>.Failed(new SlackException(code, name, innerException: exception), mayHaveLanded);
    }

    private static bool FailedToConnect(HttpRequestException exception) => exception.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private static string? Scopes(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-OAuth-Scopes", out var values) ? string.Join(',', values) : null;

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > MostBodyBytes)
            return null;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (body.Length + read > MostBodyBytes)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private TimeSpan RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => TimeSpan.FromSeconds(1),
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked > MostRetryAfter ? MostRetryAfter : asked;
    }
}
