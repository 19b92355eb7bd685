using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperBot.Papers.Export;

/// <summary>Papers as JSON Lines, the format that PaperBot reads back without loss.</summary>
internal static class JsonLinesWriter
{
    private static readonly JsonWriterOptions Spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, IEnumerable<Paper> papers)
    {
        foreach (var paper in papers)
        {
            output.Write(ToLine(paper));
            output.Write('\n');
        }
    }

    /// <summary>One object without a line break. What is not known is left out.</summary>
    public static string ToLine(Paper paper)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Spelling))
        {
            json.WriteStartObject();
            json.WriteString("id", paper.Key.Value);
            json.WriteString("title", paper.Title);
            json.WriteString("abstract", paper.Abstract);
            json.WriteStartArray("authors");
            foreach (var author in paper.Authors)
                Author(json, author);
            json.WriteEndArray();
            Text(json, "published", paper.Published?.ToString());
            Text(json, "venue", paper.Venue);
            List(json, "categories", paper.Categories);
            Text(json, "doi", paper.Doi);
            Text(json, "url", paper.Url);
            json.WriteString("source", paper.Source);
            json.WriteBoolean("withdrawn", paper.Withdrawn);
            if (paper.Extra is not null)
            {
                // In an object of its own, for its names may be the same as the ones above.
                json.WritePropertyName("extra");
                json.WriteRawValue(paper.Extra);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>A name that a reader would turn round or convert is marked as literal.</summary>
    private static void Author(Utf8JsonWriter json, string name)
    {
        if (!name.Contains(',') && ReferenceEquals(LatexText.ToReadable(name), name))
        {
            json.WriteStringValue(name);
            return;
        }

        json.WriteStartObject();
        json.WriteString("literal", name);
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
