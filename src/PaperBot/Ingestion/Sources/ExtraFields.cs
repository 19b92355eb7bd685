using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperBot.Ingestion.Sources;

/// <summary>Gathers the fields that PaperBot has no use for yet into one JSON object, always spelled the same for the same fields.</summary>
internal sealed class ExtraFields
{
    // Readable in the database; the text never reaches a browser as it is.
    private static readonly JsonWriterOptions Spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Name, Action<Utf8JsonWriter> Write)> _fields = [];

    public void Add(string name, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            _fields.Add((name, value.WriteTo));
    }

    public void Add(string name, string value) => _fields.Add((name, writer => writer.WriteStringValue(value)));

    /// <summary>Null when there are no fields. Of two with one name the last one counts.</summary>
    public string? ToJson()
    {
        if (_fields.Count == 0)
            return null;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Spelling))
        {
            writer.WriteStartObject();
            foreach (var (name, write) in _fields.AsEnumerable().Reverse().DistinctBy(field => field.Name).Reverse())
            {
                writer.WritePropertyName(name);
                write(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
