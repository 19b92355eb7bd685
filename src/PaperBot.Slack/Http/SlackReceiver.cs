using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Slack.Http;

/// <summary>
/// Takes one request of Slack's. One that is not signed is refused whatever it says, but for the check of the certificate, which Slack leaves
/// unsigned.
/// </summary>
internal sealed class SlackReceiver(SlackDispatcher dispatcher, TimeProvider time, IOptions<SlackOptions> options, ILogger<SlackReceiver> logger)
{
    public async Task ReceiveAsync(HttpContext context)
    {
        byte[]? body;
        try
        {
            body = await LimitedBody.ReadAsync(context.Request, options.Value.RequestBytes);
        }
        catch (BadHttpRequestException e)
        {
            context.Response.StatusCode = e.StatusCode;
            return;
        }
        catch (Exception e) when (e is IOException || context.RequestAborted.IsCancellationRequested)
        {
            // The other side went away in the middle; there is nobody to answer.
            return;
        }

        if (body is null)
        {
            Log.TooLarge(logger, options.Value.RequestBytes);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await AnswerAsync(context, body);
    }

    private async Task AnswerAsync(HttpContext context, byte[] body)
    {
        var isSlacks = SignatureCheck.IsSlacks(context.Request.Headers, body, options.Value.SigningSecret ?? "", time.GetUtcNow());
        var request = isSlacks || body.Length <= 1_024 ? SlackRequest.Read(context.Request.ContentType, body) : new SlackRequest.Malformed();
        if (!isSlacks && request is not SlackRequest.CertificateCheck)
        {
            Log.NotSlacks(logger);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        switch (request)
        {
            case SlackRequest.UrlVerification verification:
                await WriteAsync(context, new JsonObject { ["challenge"] = verification.Challenge }.ToJsonString());
                break;
            case SlackRequest.CertificateCheck:
                context.Response.StatusCode = StatusCodes.Status200OK;
                break;
            case SlackRequest.Told told:
                await TakeAsync(context, told);
                break;
            case SlackRequest.OtherType:
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                break;
            default:
                Log.Malformed(logger);
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
        }
    }

    private async Task TakeAsync(HttpContext context, SlackRequest.Told told)
    {
        using var receipt = await dispatcher.ReceiveAsync(told.Kind, told.Payload, null, context.RequestAborted);
        switch (receipt.Kind)
        {
            case ReceiptKind.Taken when receipt.Payload is { } payload:
                await WriteAsync(context, payload);
                break;
            case ReceiptKind.Taken:
                context.Response.StatusCode = StatusCodes.Status200OK;
                await context.Response.CompleteAsync();
                break;
            case ReceiptKind.NotTaken:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(json, context.RequestAborted);
        await context.Response.CompleteAsync();
    }
}
