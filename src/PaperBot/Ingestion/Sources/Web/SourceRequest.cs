using System.Net;
using System.Net.Http.Headers;
using System.Reflection;

namespace PaperBot.Ingestion.Sources.Web;

/// <param name="Json">What is sent; null for a GET.</param>
/// <param name="Headers">Meant for the source alone: a redirect to another host goes without them.</param>
internal sealed record SourceRequest(Uri Address, byte[]? Json, Validator? Known, IReadOnlyList<(string Name, string Value)> Headers)
{
    private static readonly string Version =
        typeof(SourceRequest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public HttpRequestMessage ToMessage(Uri address, string? contact)
    {
        var message = new HttpRequestMessage(Json is null ? HttpMethod.Get : HttpMethod.Post, address);
        message.Headers.TryAddWithoutValidation("User-Agent", contact is null ? $"PaperBot/{Version}" : $"PaperBot/{Version} (mailto:{contact})");
        if (Json is not null)
            message.Content = new ByteArrayContent(Json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (address.Authority == Address.Authority)
        {
            foreach (var (name, value) in Headers)
                message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Known?.ETag is { } eTag)
            message.Headers.TryAddWithoutValidation("If-None-Match", eTag);
        if (Known?.LastModified is { } modified)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return message;
    }
}

/// <summary>What went wrong with one attempt and may go well with the next.</summary>
internal sealed record PassingFault
{
    public PassingFault(HttpStatusCode status, TimeSpan? retryAfter) => (IsBusy, What, RetryAfter) =
        (status == HttpStatusCode.TooManyRequests || retryAfter is not null, $"it answers with HTTP {(int)status}", retryAfter);

    public PassingFault(string what, Exception inner) => (What, Inner) = (what, inner);

    public TimeSpan? RetryAfter { get; }

    private bool IsBusy { get; }

    private string What { get; }

    private Exception? Inner { get; }

    public SourceException ToException(SourceSite site, DateTimeOffset retryAt) => IsBusy
        ? new SourceException(SourceFailure.Busy,
            $"{site.Name} is busy and asks to wait until {retryAt.UtcDateTime:HH:mm} UTC. Ask again then; what came so far is kept.", retryAt, Inner)
        : new SourceException(SourceFailure.Unreachable, $"{site.Name} cannot be reached: {What}. Ask again later; what came so far is kept.",
            inner: Inner);
}
