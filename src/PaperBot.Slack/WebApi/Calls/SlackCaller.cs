using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi.RateLimits;

namespace PaperBot.Slack.WebApi.Calls;

/// <summary>Calls one method: waits for its place, sends it, reads Slack's answer, and tries again where that is harmless.</summary>
internal sealed class SlackCaller(SlackApiOptions options, Wire wire, RateLimiter limiter, Retries retries)
{
    // These say of themselves that they are Slack's and pass; a part of the work may be done.
    private static readonly string[] Passing = ["fatal_error", "internal_error", "request_timeout", "service_unavailable"];

    // A directory of methods with a slash at its end, so that a name can be put behind it.
    private readonly Uri _apiUrl = options.ApiUrl.AbsoluteUri.EndsWith('/') ? options.ApiUrl : new Uri(options.ApiUrl.AbsoluteUri + "/");

    /// <summary>Calls a method whose answer says no more than that it is done.</summary>
    public Task CallAsync(SlackMethod method, SlackBody body, CancellationToken cancellationToken, string? channel = null) =>
        CallAsync(method, body, SlackJson.Default.SlackAnswer, (answer, _) => answer, cancellationToken, channel);

    /// <param name="method">Which method.</param>
    /// <param name="body">Its arguments.</param>
    /// <param name="type">How its answer is read.</param>
    /// <param name="take">What of the answer is wanted; null when it is not there, so that the answer cannot be used.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="channel">Where it writes, for the channel's own rate; null where it writes nothing.</param>
    /// <param name="findAsync">See <see cref="Retries.RunAsync"/>.</param>
    public async Task<T> CallAsync<TAnswer, T>(
        SlackMethod method,
        SlackBody body,
        JsonTypeInfo<TAnswer> type,
        Func<TAnswer, Received, T?> take,
        CancellationToken cancellationToken,
        string? channel = null,
        Func<CancellationToken, Task<T?>>? findAsync = null)
        where TAnswer : class
        where T : class
    {
        var token = method.WithAppToken ? options.AppToken : options.BotToken;
        if (token.Length == 0)
            throw new SlackException("not_authed", method.Name);

        return await retries.RunAsync(
            method.Name,
            TryAsync,
            (retryAfter, _) => PutOffAsync(retryAfter),
            failed => method.Repeatable || !failed.MayHaveLanded,
            findAsync,
            cancellationToken);

        async Task<Attempt<T>> TryAsync(CancellationToken stop)
        {
            await limiter.WaitAsync(method, channel, stop);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_apiUrl, method.Name)) { Content = body.ToContent() };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return (await wire.SendAsync(method.Name, request, options.Timeout, stop)).Then(received => Read(method.Name, received, type, take));
        }

        // The next try waits with everybody else; a method that does not wait is not tried again.
        Task PutOffAsync(TimeSpan retryAfter)
        {
            limiter.PutOff(method, channel, retryAfter);
            return method.Waits ? Task.CompletedTask : throw new SlackRateLimitException(method.Name, retryAfter);
        }
    }

    private static Attempt<T> Read<TAnswer, T>(string method, Received received, JsonTypeInfo<TAnswer> type, Func<TAnswer, Received, T?> take)
        where TAnswer : class
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize(received.Body, SlackJson.Default.SlackAnswer) is not { Ok: { } ok } answer)
                return Unread();
            if (!ok)
                return Refused(answer);
            return JsonSerializer.Deserialize(received.Body, type) is { } whole && take(whole, received) is { } value
                ? new Attempt<T>.Done(value)
                : Unread();
        }
        catch (JsonException)
        {
            // The exception is left out: it may quote what was read.
            return Unread();
        }

        // A page that is no JSON comes from a proxy; with a status of 3xx or 4xx it is an answer, and it will not change.
        Attempt<T> Unread() => received.Status is >= 300
            ? throw new SlackException($"http_{received.Status.ToString(CultureInfo.InvariantCulture)}", method)
            : new Attempt<T>.Failed(new SlackException("invalid_response", method), MayHaveLanded: true);

        Attempt<T> Refused(SlackAnswer answer)
        {
            var code = ErrorCodes.Clean(answer.Error);
            if (code is "ratelimited" or "rate_limited")
                return new Attempt<T>.RateLimited(TimeSpan.FromSeconds(1));
            var exception = new SlackException(code, method, ErrorCodes.Details(answer));
            return Passing.Contains(code) ? new Attempt<T>.Failed(exception, MayHaveLanded: true) : throw exception;
        }
    }
}
