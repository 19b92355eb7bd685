using System.Text.Json;

namespace PaperBot.LanguageModels.Providers;

/// <summary>What an HTTP status, or an exception of the transport, says of a call.</summary>
internal static class HttpFailure
{
    public static LanguageModelFailure OfStatus(int status) => status switch
    {
        401 or 403 => LanguageModelFailure.WrongKey,
        402 or 429 => LanguageModelFailure.RateLimited,
        404 => LanguageModelFailure.UnknownModel,
        408 => LanguageModelFailure.TimedOut,
        >= 400 and < 500 => LanguageModelFailure.BadRequest,
        >= 500 => LanguageModelFailure.Unavailable,
        _ => LanguageModelFailure.Unreadable,
    };

    /// <returns>Null when it is no failure of a transport.</returns>
    public static LanguageModelFailure? Of(Exception? exception) => exception switch
    {
        HttpRequestException { StatusCode: { } status } => OfStatus((int)status),
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => LanguageModelFailure.Interrupted,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => LanguageModelFailure.Unreadable,
        // Somebody took the call and hung up before the first word.
        HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: IOException } => LanguageModelFailure.Interrupted,
        HttpRequestException => LanguageModelFailure.Unreachable,
        IOException => LanguageModelFailure.Interrupted,
        JsonException => LanguageModelFailure.Unreadable,
        _ => null,
    };
}
