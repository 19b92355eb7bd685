using System.Globalization;
using System.Text;
using System.Text.Json;
using PaperBot.Slack.Json;

namespace PaperBot.Slack.WebApi.Calls;

/// <summary>Sends replies to a <c>response_url</c>. See https://docs.slack.dev/interactivity/handling-user-interaction#message_responses.</summary>
internal sealed class Responder(SlackApiOptions options, Wire wire, Retries retries, TrustedHosts hosts, TimeProvider time)
{
    // The address is a secret, so this stands for it in errors and logs.
    private const string Name = "response_url";

    public async Task RespondAsync(string responseUrl, ResponseMessage message, CancellationToken cancellationToken)
    {
        var address = hosts.ResponseUrl(responseUrl) ?? throw new SlackException("invalid_response_url", Name);
        var body = SlackBody.Json(message, SlackJson.Default.ResponseMessage);
        await retries.RunAsync(
            Name,
            TryAsync,
            (retryAfter, stop) => Pause.ForAsync(Name, retryAfter, options.MaxRateLimitWait, time, stop),
            failed => !failed.MayHaveLanded || message is { ReplaceOriginal: true } or { DeleteOriginal: true } || SaysItFailed(failed.Exception),
            findAsync: null,
            cancellationToken);

        async Task<Attempt<Received>> TryAsync(CancellationToken stop)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body.ToContent() };
            return (await wire.SendAsync(Name, request, options.Timeout, stop)).Then(Read);
        }
    }

    // Slack itself says that it did not write the message. A 504 says no such thing: a proxy waited in vain.
    private static bool SaysItFailed(SlackException exception) => exception.ErrorCode is "http_500" or "http_502" or "http_503";

    // Good answers are "ok", {"ok":true} or nothing; bad ones are a code as text or as JSON, mostly with 404: used_url, expired_url.
    private static Attempt<Received> Read(Received received)
    {
        var good = received.Status is >= 200 and < 300;
        SlackAnswer? answer = null;
        try
        {
            answer = JsonSerializer.Deserialize(received.Body, SlackJson.Default.SlackAnswer);
        }
        catch (JsonException)
        {
            // It is text.
        }

        if (good && answer?.Ok != false)
            return new Attempt<Received>.Done(received);
        var code = ErrorCodes.Clean(answer?.Error ?? (received.Body.Length <= 100 ? Encoding.UTF8.GetString(received.Body).Trim() : null));
        throw new SlackException(
            code == "invalid_response" && !good ? $"http_{received.Status.ToString(CultureInfo.InvariantCulture)}" : code,
            Name,
            answer is null ? null : ErrorCodes.Details(answer));
    }
}
