using System.Globalization;
using System.Text.Json;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

/// <summary>The fields of a JSON object under any case, read in the shapes that sources give them; remembers which nobody read.</summary>
internal sealed class JsonFields
{
    private readonly List<(string Name, JsonElement Value)> _fields = [];
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    public JsonFields(JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
            _fields.Add((property.Name, property.Value));
    }

    /// <summary>The first of the fields that holds a text, a number, or a list of texts; it counts as read then.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Peek(name) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                _read.Add(name);
                return text;
            }
        }

        return null;
    }

    /// <summary>Like <see cref="Text"/>, but the field still counts as unread.</summary>
    public string? Peek(string name)
    {
        var value = Value(name);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array when value.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String) =>
                string.Join(' ', value.EnumerateArray().Select(part => part.GetString())),
            _ => null,
        };
    }

    public bool IsList(string name) => Value(name).ValueKind == JsonValueKind.Array;

    /// <summary>Null when the field is not there or says neither yes nor no.</summary>
    public bool? Flag(string name)
    {
        if (Value(name).ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return null;
        _read.Add(name);
        return Value(name).ValueKind == JsonValueKind.True;
    }

    public PublicationDate? Date(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (PeekDate(name) is not { } date)
                continue;
            _read.Add(name);
            return date;
        }

        return null;
    }

    public PublicationDate? PeekDate(string name) => PublicationDate.TryParse(Peek(name), out var date) ? date : DateParts(Value(name));

    /// <summary>When the first of a paper's versions came out, as arXiv's dump has it.</summary>
    public PublicationDate? FirstVersion()
    {
        var versions = Value("versions");
        return versions.ValueKind == JsonValueKind.Array && versions.GetArrayLength() > 0 && versions[0] is { ValueKind: JsonValueKind.Object } first &&
            first.TryGetProperty("created", out var created) && created.ValueKind == JsonValueKind.String &&
            PublicationDate.TryParse(created.GetString(), out var date)
            ? date
            : null;
    }

    /// <summary>A list, or one text with commas, semicolons or spaces between its words.</summary>
    public IReadOnlyList<string> Words(string name)
    {
        var value = Value(name);
        IEnumerable<string> words = value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.String).Select(part => part.GetString()!),
            JsonValueKind.String when value.GetString() is { } text => text.Split(text.AsSpan().ContainsAny(',', ';') ? [',', ';'] : [' ', '\t', '\n']),
            _ => [],
        };
        return Taken(name, [.. words.Select(SourceText.Fold).Where(word => word.Length > 0)]);
    }

    /// <summary>A list of names in any shape, or one text of them.</summary>
    public IReadOnlyList<string> Names(string name)
    {
        var value = Value(name);
        return Taken(name, value.ValueKind switch
        {
            JsonValueKind.String => AuthorNames.Split(value.GetString()!),
            JsonValueKind.Array => AuthorNames.Clean(value.EnumerateArray().Select(Name)),
            _ => [],
        });
    }

    /// <summary>What nobody read, as one JSON object.</summary>
    public string? Rest()
    {
        var extra = new ExtraFields();
        foreach (var (name, value) in _fields.Where(field => !_read.Contains(field.Name) && !IsEmpty(field.Value)))
        {
            // How JsonLinesWriter wraps what it was once given.
            if (name == "extra" && value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in value.EnumerateObject())
                    extra.Add(inner.Name, inner.Value);
            }
            else
            {
                extra.Add(name, value);
            }
        }

        return extra.ToJson();
    }

    /// <summary>{"date-parts": [[2019, 6, 4]]}, as citation processors have it.</summary>
    private static PublicationDate? DateParts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("date-parts", out var dates) || dates.ValueKind != JsonValueKind.Array ||
            dates.GetArrayLength() == 0 || dates[0].ValueKind != JsonValueKind.Array)
            return null;
        int?[] parts = [.. dates[0].EnumerateArray().Select(Number).Take(3), null, null, null];
        return PublicationDate.TryCreate(parts[0], parts[1], parts[2], out var date) ? date : null;
    }

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() == 0 : value.ValueKind == JsonValueKind.String && value.ValueEquals("");

    private static string Name(JsonElement author) => author.ValueKind switch
    {
        JsonValueKind.String => AuthorNames.ReadingOrder(author.GetString()!),
        JsonValueKind.Object => NameOf(author),
        // [last, first, suffix]
        JsonValueKind.Array => Strings(author).ToList() is [var last, .. var rest]
            ? SourceText.Fold(LatexText.ToReadable(rest is [var first, .. var suffixes] ? string.Join(' ', [first, last, .. suffixes]) : last))
            : "",
        _ => "",
    };

    private static string NameOf(JsonElement author)
    {
        // Citation processors call a name literal that is not to be taken apart.
        if (Part(author, "literal") is { } literal)
            return SourceText.Fold(literal);
        if (Part(author, "name", "full_name", "fullname", "display_name") is { } name)
            return AuthorNames.ReadingOrder(name);
        string?[] parts =
        [
            Part(author, "first", "given", "given_name", "first_name", "forename"), Part(author, "middle"),
            Part(author, "last", "family", "family_name", "last_name", "surname"), Part(author, "suffix"),
        ];
        return SourceText.Fold(string.Join(' ', parts));
    }

    private static int? Number(JsonElement part) =>
        int.TryParse(part.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Part(JsonElement author, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!author.TryGetProperty(name, out var value))
                continue;
            if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
                return value.GetString();
            if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
                return string.Join(' ', Strings(value));
        }

        return null;
    }

    private static IEnumerable<string> Strings(JsonElement list) =>
        list.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.String).Select(part => part.GetString()!);

    private IReadOnlyList<string> Taken(string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            _read.Add(name);
        return values;
    }

    /// <summary>The last field of that name, as JSON readers have it; exact case before any other.</summary>
    private JsonElement Value(string name)
    {
        JsonElement other = default;
        for (var i = _fields.Count - 1; i >= 0; i--)
        {
            if (_fields[i].Name == name)
                return _fields[i].Value;
            if (other.ValueKind == JsonValueKind.Undefined && string.Equals(_fields[i].Name, name, StringComparison.OrdinalIgnoreCase))
                other = _fields[i].Value;
        }

        return other;
    }
}
