using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Where the app takes each kind of delivery over HTTP.</summary>
/// <param name="Events">The Events API's request URL.</param>
/// <param name="Commands">The commands' request URL.</param>
/// <param name="Interactions">The interactivity request URL.</param>
/// <param name="Options">The options load URL of menus with an outside source.</param>
public sealed record RequestUrls(Uri Events, Uri Commands, Uri Interactions, Uri Options);

/// <summary>Signed posts to the app's request URLs: JSON for events, a form for commands and interactions.</summary>
public sealed class HttpDelivery : ITransport, IDisposable
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    { Timeout = Timeout.InfiniteTimeSpan };
    private readonly WorkspaceOptions _options;
    private readonly TimeProvider _time;
    private readonly RequestUrls _urls;

    internal HttpDelivery(WorkspaceOptions options, TimeProvider time, string signingSecret, RequestUrls urls) =>
        (_options, _time, SigningSecret, _urls) = (options, time, signingSecret, urls);

    /// <summary>What the posts are signed with; a test of wrong signatures changes it.</summary>
    public string SigningSecret { get; set; }

    /// <summary>How far the signed time is from the truth; a test of old posts changes it.</summary>
    public TimeSpan ClockError { get; set; }

    /// <summary>Signs a body as Slack does: <c>v0=</c> and the HMAC-SHA256 of <c>v0:time:body</c>.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return "v0=" + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    Task<PendingAck> ITransport.BeginAsync(Delivery delivery, int attempt, string? reason, CancellationToken cancellationToken)
    {
        var address = delivery switch
        {
            { Kind: "slash_commands" } => _urls.Commands,
            { Type: "block_suggestion" } => _urls.Options,
            { Kind: "interactive" } => _urls.Interactions,
            _ => _urls.Events,
        };
        return Task.FromResult(new PendingAck(null, address.AbsolutePath, PostAsync(address, delivery, attempt, reason, cancellationToken)));
    }

    private static byte[] Body(Delivery delivery) => delivery.Kind switch
    {
        "events_api" => Encoding.UTF8.GetBytes(delivery.Payload.GetRawText()),
        "interactive" => Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(delivery.Payload.GetRawText())),
        _ => Encoding.UTF8.GetBytes(string.Join('&', delivery.Payload.EnumerateObject()
            .Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value.ToString()).Replace("%20", "+", StringComparison.Ordinal)}"))),
    };

    private async Task<AckResult> PostAsync(Uri address, Delivery delivery, int attempt, string? reason, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(_options.AckDeadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var request = Request(address, Body(delivery), delivery.Kind == "events_api" ? "application/json"
            : "application/x-www-form-urlencoded");
        if (attempt > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", attempt.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", reason ?? "unknown_error");
        }
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var body = await response.Content.ReadAsStringAsync(either.Token);
            var mayRetry = !(response.Headers.TryGetValues("X-Slack-No-Retry", out var no) && no.Contains("1"));
            return new AckResult(response.IsSuccessStatusCode, response.IsSuccessStatusCode ? "200" : "http_error", body.Length == 0 ? null
                : body, mayRetry);
        }
        catch (HttpRequestException)
        {
            return new AckResult(false, "connection_failed", null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new AckResult(false, "http_timeout", null);
        }
    }

    private HttpRequestMessage Request(Uri address, byte[] body, string contentType)
    {
        var timestamp = (_time.GetUtcNow() + ClockError).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", Sign(SigningSecret, timestamp, body));
        request.Headers.UserAgent.ParseAdd("Slackbot/1.0");
        return request;
    }
}
