using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace PaperBot.Bot.Replies;

/// <summary>
/// A file within the JSON of a reply: a string when it is text, as it always was, and an array with one string in Base64 when it is not.
/// </summary>
internal sealed class FileContentJson : JsonConverter<ReadOnlyMemory<byte>>
{
    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Encoding.UTF8.GetBytes(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read() || reader.TokenType != JsonTokenType.String)
            throw new JsonException();
        var bytes = reader.GetBytesFromBase64();
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? bytes : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options)
    {
        if (Utf8.IsValid(value.Span))
        {
            writer.WriteStringValue(value.Span);
            return;
        }

        writer.WriteStartArray();
        writer.WriteBase64StringValue(value.Span);
        writer.WriteEndArray();
    }
}
