using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Slack.Http;

/// <summary>What a request is, by its content type and its fields; the address does not matter.</summary>
internal abstract record SlackRequest
{
    // Slack's own forms have some twenty fields.
    private const int MostFields = 200;

    private SlackRequest()
    {
    }

    /// <summary>Asks whether the address is ours.</summary>
    public sealed record UrlVerification(string Challenge) : SlackRequest;

    /// <summary>Looks at the certificate only. Slack does not sign it.</summary>
    public sealed record CertificateCheck : SlackRequest;

    /// <summary>Something to be handled.</summary>
    public sealed record Told(DeliveryKind Kind, string Payload) : SlackRequest;

    /// <summary>No request of Slack's.</summary>
    public sealed record Malformed : SlackRequest;

    /// <summary>A body of a type that Slack does not send.</summary>
    public sealed record OtherType : SlackRequest;

    public static SlackRequest Read(string? contentType, byte[] body)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return new OtherType();

        // Bytes that are no UTF-8 become replacement characters, in both forms.
        var text = Encoding.UTF8.GetString(body);
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return ReadJson(text);
        return type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? ReadForm(text) : new OtherType();
    }

    private static SlackRequest ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Text("type") switch
            {
                "url_verification" when document.RootElement.Text("challenge") is { } challenge => new UrlVerification(challenge),
                "event_callback" => new Told(DeliveryKind.Event, text),
                _ => new Malformed(),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return new Malformed();
        }
    }

    private static SlackRequest ReadForm(string text)
    {
        Dictionary<string, StringValues> fields;
        try
        {
            using var reader = new FormReader(text) { ValueCountLimit = MostFields, ValueLengthLimit = int.MaxValue, KeyLengthLimit = 200 };
            fields = reader.ReadForm();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return new Malformed();
        }

        if (fields.TryGetValue("ssl_check", out var check) && check == "1")
            return new CertificateCheck();
        if (fields.TryGetValue("payload", out var payload))
            return new Told(DeliveryKind.Interaction, payload[0] ?? "");
        if (!fields.ContainsKey("command"))
            return new Malformed();
        var command = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value[0])));
        return new Told(DeliveryKind.Command, command.ToJsonString());
    }
}
