using System.Text.Json;
using PaperBot.LanguageModels.Decorators;

namespace PaperBot.LanguageModels.Providers;

/// <summary>
/// Names a status that is no answer before a provider's client sees it: each client tells of one in another way, and not all of them tell how
/// long the provider asks to be left alone.
/// </summary>
internal sealed class RefusedCalls(LanguageModelOptions options, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // What says more than that may say it to others.
    private const int LongestError = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
        {
            var failure = HttpFailure.OfStatus((int)response.StatusCode);
            if (failure == LanguageModelFailure.BadRequest && await IsFilteredAsync(response.Content, cancellationToken).ConfigureAwait(false))
                failure = LanguageModelFailure.Declined;
            throw new LanguageModelException(failure, FailureText.Of(failure, options)) { RetryAfter = RetryAfter(response) };
        }
    }

    /// <summary>A filter before the model answers as if the request were wrong: https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter.</summary>
    private static async Task<bool> IsFilteredAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(LongestError, cancellationToken).ConfigureAwait(false);
            using var body = JsonDocument.Parse(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
            return body.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String && code.ValueEquals("content_filter");
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            return false;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? asked?.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
