using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FakeSlack;

/// <summary>A call's arguments, from a form, a JSON body or the query; a form carries structures as JSON text.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, JsonElement> _values = [];

    public IEnumerable<string> Names => _values.Keys;

    public bool CameAsJson { get; private set; }

    public static async Task<Arguments> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var arguments = new Arguments();
        foreach (var (name, value) in request.Query)
            arguments._values[name] = Quote(value.ToString());
        if (request.HasFormContentType)
            foreach (var (name, value) in await request.ReadFormAsync(cancellationToken))
                arguments._values[name] = Quote(value.ToString());
        else if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
        {
            arguments.CameAsJson = true;
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            foreach (var property in body.RootElement.EnumerateObject())
                arguments._values[property.Name] = property.Value.Clone();
        }
        return arguments;
    }

    public bool Has(string name) => _values.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null && value.ToString().Length > 0;

    public string? Text(string name) => Has(name) ? _values[name].ToString() : null;

    public bool Flag(string name) => Text(name) is "true" or "True" or "1";

    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The structure of an argument; undefined when its text is no JSON, null when it is missing.</summary>
    public JsonElement? Structure(string name)
    {
        if (!Has(name))
            return null;
        var value = _values[name];
        return value.ValueKind == JsonValueKind.String ? Json.Parse(value.GetString()!) ?? default(JsonElement) : value;
    }

    /// <summary>For the log of calls.</summary>
    public IReadOnlyDictionary<string, JsonElement> All => _values;

    internal void Forget(string name) => _values.Remove(name);

    private static JsonElement Quote(string text) => JsonSerializer.SerializeToElement(text);
}
