using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace PaperBot.Ingestion.Sources.Web;

/// <summary>Asks one source over the web, politely: in its pace, again after faults that pass, and not while it wants to be left alone.</summary>
/// <param name="http">With no time limit and no redirects of its own.</param>
internal sealed class SourceClient(SourceSite site, SourcesOptions options, HttpClient http, TimeProvider time) : IDisposable
{
    private const int MostAttempts = 4;
    private const int MostRedirects = 3;

    /// <summary>What a person waits for; for longer pauses it is better to come back.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Pace _pace = new(site.Interval, time);

    public string Name => site.Name;

    /// <param name="known">From an earlier answer; the same answer again is <see cref="SourceAnswerKind.NotModified"/>.</param>
    /// <exception cref="SourceException">It gave no answer; the message says why and what to do.</exception>
    public Task<SourceAnswer> GetAsync(
        Uri address, CancellationToken cancellationToken, Validator? known = null, params (string Name, string Value)[] headers) =>
        SendAsync(new SourceRequest(address, null, known, headers), cancellationToken);

    /// <inheritdoc cref="GetAsync"/>
    public Task<SourceAnswer> PostAsync(
        Uri address, byte[] json, CancellationToken cancellationToken, params (string Name, string Value)[] headers) =>
        SendAsync(new SourceRequest(address, json, null, headers), cancellationToken);

    public void Dispose()
    {
        _pace.Dispose();
        http.Dispose();
    }

    private async Task<SourceAnswer> SendAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        using var turn = await _pace.EnterAsync(cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            var (answer, fault) = await TryAsync(request, cancellationToken).ConfigureAwait(false);
            if (answer is not null)
            {
                if (int.TryParse(answer.Headers.GetValueOrDefault("Backoff"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                    turn.Hold(TimeSpan.FromSeconds(Math.Min(seconds, Patience.TotalSeconds)));
                return answer;
            }

            var pause = fault!.RetryAfter ?? Backoff(attempt);
            if (attempt == MostAttempts || pause > Patience)
                throw fault.ToException(site, time.GetUtcNow() + pause);
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>An answer, or a fault that may pass.</returns>
    private async Task<(SourceAnswer? Answer, PassingFault? Fault)> TryAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await FollowAsync(request, either.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500)
                return (null, new PassingFault(response.StatusCode, RetryAfter(response)));
            return (await ReadAsync(request, response, either.Token).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new PassingFault("it did not answer in time", e));
        }
        catch (Exception e)
            when (e is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or IOException or InvalidDataException)
        {
            return (null, new PassingFault("its answer broke off", e));
        }
        catch (HttpRequestException e)
        {
            return (null, new PassingFault("no connection could be made", e));
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var address = request.Address;
        for (var redirects = 0; ; redirects++)
        {
            using var message = request.ToMessage(address, options.Contact);
            var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
                return response;
            response.Dispose();
            // What is no address, although it may stand in the header, leads nowhere either.
            if (redirects == MostRedirects || !Uri.TryCreate(address, location, out var next) || !SourceRedirect.IsSafe(request.Address, next))
                throw new SourceException(SourceFailure.Unreachable,
                    $"{site.Name} leads from one address to the next without an end that is safe. Check its address in the settings under Sources.");
            address = next;
        }
    }

    private async Task<SourceAnswer> ReadAsync(SourceRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotModified:
                return new SourceAnswer { Kind = SourceAnswerKind.NotModified, Validator = request.Known };
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                return new SourceAnswer { Kind = SourceAnswerKind.NotFound };
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw new SourceException(
                    SourceFailure.Refused,
                    $"{site.Name} refused the request. " + (site.KeySetting is { } setting
                        ? $"Check the key in {setting}." : "Try again later, or set Sources:Contact to an e-mail address that it can write to."));
            case var status when !response.IsSuccessStatusCode:
                throw new SourceException(SourceFailure.Misunderstood,
                    $"{site.Name} did not understand the request (HTTP {(int)status}). Check the spelling of what you asked for.");
        }

        var body = await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var eTag = Header(response.Headers, "ETag");
        var modified = Header(response.Content.Headers, "Last-Modified");
        return new SourceAnswer
        {
            Kind = SourceAnswerKind.Found,
            Body = body,
            Validator = eTag is null && modified is null ? null : new Validator(request.Address.AbsoluteUri, eTag, modified),
            Headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase),
        };
    }

    private async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var most = options.MostMegabytes * 1024L * 1024L;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var body = new MemoryStream();
        var buffer = new byte[1 << 16];
        // Counted as it comes out of its compression.
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > most)
                throw new SourceException(SourceFailure.ChangedFormat,
                    $"The answer of {site.Name} is larger than {options.MostMegabytes} MB. Ask for less, or raise Sources:MostMegabytes.");
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static string? Header(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - time.GetUtcNow()) : null;
        return asked is { } pause ? pause < TimeSpan.Zero ? TimeSpan.Zero : pause : null;
    }

    /// <summary>2, 4, 8 seconds, each somewhat shorter or longer, so that many who failed together do not come back together.</summary>
    private static TimeSpan Backoff(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, attempt) * RandomNumberGenerator.GetInt32(75, 126) / 100);
}
