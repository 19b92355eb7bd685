using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaperBot.Slack.WebApi.Calls;

/// <summary>
/// The arguments of a call, kept so that they can be sent again. They are in the body, never in the address, which ends up in logs.
/// </summary>
internal sealed class SlackBody
{
    private readonly byte[] _bytes;
    private readonly MediaTypeHeaderValue _type;

    private SlackBody(byte[] bytes, MediaTypeHeaderValue type) => (_bytes, _type) = (bytes, type);

    /// <summary>No arguments.</summary>
    public static SlackBody None { get; } = Form();

    public static SlackBody Json<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), new MediaTypeHeaderValue("application/json", "utf-8"));

    /// <summary>For the methods that take no JSON. Arguments that are null are left out.</summary>
    public static SlackBody Form(params ReadOnlySpan<(string Name, string? Value)> arguments)
    {
        var given = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in arguments)
        {
            if (value is not null)
                given.Add(new KeyValuePair<string, string>(name, value));
        }

        using var content = new FormUrlEncodedContent(given);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes, context: null, CancellationToken.None);
        return new SlackBody(bytes.ToArray(), new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
    }

    public HttpContent ToContent() => new ByteArrayContent(_bytes) { Headers = { ContentType = _type } };
}
