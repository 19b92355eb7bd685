using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using FakeSlack;
using PaperBot.Slack.Tests.Dispatch;

namespace PaperBot.Slack.Tests.Http;

/// <summary>A request as Slack makes it, of which a test can make each part wrong.</summary>
internal sealed record SignedPost(byte[] Body)
{
    public SignedPost(string body)
        : this(Encoding.UTF8.GetBytes(body))
    {
    }

    public string ContentType { get; init; } = "application/json";

    public TimeSpan Age { get; init; }

    public string Secret { get; init; } = SlackHost.Secret;

    public string Path { get; init; } = "/slack/events";

    public bool Chunked { get; init; }

    /// <summary>Takes the place of the timestamp; empty leaves it out.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Takes the place of the signature; empty leaves it out.</summary>
    public string? Signature { get; init; }

    /// <summary>How often both headers are there.</summary>
    public int Times { get; init; } = 1;

    public async Task<(int Status, string Body)> SendAsync(SlackHost host)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, Path));
        request.Content = Chunked ? new StreamContent(new MemoryStream(Body)) : new ByteArrayContent(Body);
        request.Content.Headers.ContentType = ContentType.Length == 0 ? null : MediaTypeHeaderValue.Parse(ContentType);
        request.Headers.TransferEncodingChunked = Chunked;
        var timestamp = Timestamp ?? (TimeProvider.System.GetUtcNow() - Age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Signature ?? HttpDelivery.Sign(Secret, timestamp, Body);
        for (var i = 0; i < Times; i++)
        {
            if (timestamp.Length > 0)
                request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
            if (signature.Length > 0)
                request.Headers.TryAddWithoutValidation("X-Slack-Signature", signature);
        }

        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
