using System.Text.Json;

namespace FakeSlack;

/// <summary>What is wrong with blocks, in Slack's words and with its JSON pointers.</summary>
internal sealed class Problems
{
    public List<string> All { get; } = [];

    public HashSet<string> BlockIds { get; } = [];

    public HashSet<string> ActionIds { get; } = [];

    public void Add(string what, string path) => All.Add($"{what} [json-pointer:{path}]");
}

/// <summary>Checks one value at its place.</summary>
internal delegate void Rule(JsonElement value, string path, Problems problems);

/// <summary>A field of an object: whether it must be there, and what it must be.</summary>
internal sealed record Field(string Name, bool Required, Rule Rule);

/// <summary>The parts that rules are put together from.</summary>
internal static class Rules
{
    public static readonly Rule Flag = (value, path, problems) =>
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            problems.Add("must be a boolean", path);
    };

    public static Field Must(string name, Rule rule) => new(name, true, rule);

    public static Field May(string name, Rule rule) => new(name, false, rule);

    public static Rule Text(int most, int least = 0) => (value, path, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String)
            problems.Add("must be a string", path);
        else if (value.GetString()!.Length > most)
            problems.Add($"must be less than {most + 1} characters", path);
        else if (value.GetString()!.Length < least)
            problems.Add($"must be more than {least - 1} characters", path);
    };

    public static Rule OneOf(params string[] allowed) => (value, path, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String || !allowed.Contains(value.GetString()))
            problems.Add($"must be one of: {string.Join(", ", allowed)}", path);
    };

    public static Rule Number(long least, long most) => (value, path, problems) =>
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
            problems.Add("must be an integer", path);
        else if (number < least || number > most)
            problems.Add($"must be between {least} and {most}", path);
    };

    public static Rule List(int least, int most, Rule item) => (value, path, problems) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add("must be an array", path);
            return;
        }
        if (value.GetArrayLength() > most)
            problems.Add($"no more than {most} items allowed", path);
        if (value.GetArrayLength() < least)
            problems.Add($"no fewer than {least} items allowed", path);
        var at = 0;
        foreach (var child in value.EnumerateArray())
            item(child, $"{path}/{at++}", problems);
    };

    public static Rule Object(params Field[] fields) => (value, path, problems) =>
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add("must provide an object", path);
            return;
        }
        foreach (var field in fields)
            if (value.TryGetProperty(field.Name, out var child))
                field.Rule(child, $"{path}/{field.Name}", problems);
            else if (field.Required)
                problems.Add($"missing required field: {field.Name}", path);
        foreach (var property in value.EnumerateObject())
            if (!fields.Any(field => field.Name == property.Name))
                problems.Add($"invalid additional property: {property.Name}", path);
    };

    /// <summary>The rule of the value's own <c>type</c>.</summary>
    public static Rule ByType(IReadOnlyDictionary<string, Rule> types) => (value, path, problems) =>
    {
        if (value.ValueKind != JsonValueKind.Object)
            problems.Add("must provide an object", path);
        else if (value.Text("type") is not { } type)
            problems.Add("missing required field: type", path);
        else if (types.TryGetValue(type, out var rule))
            rule(value, path, problems);
        else
            problems.Add($"unsupported type: {type}", path + "/type");
    };

    public static Rule All(params Rule[] rules) => (value, path, problems) =>
    {
        foreach (var rule in rules)
            rule(value, path, problems);
    };

    public static Rule ExactlyOne(params string[] names) => (value, path, problems) =>
    {
        if (value.ValueKind == JsonValueKind.Object && names.Count(name => value.TryGetProperty(name, out _)) != 1)
            problems.Add($"must have exactly one of: {string.Join(", ", names)}", path);
    };

    public static Rule AtLeastOne(params string[] names) => (value, path, problems) =>
    {
        if (value.ValueKind == JsonValueKind.Object && !names.Any(name => value.TryGetProperty(name, out _)))
            problems.Add($"must have at least one of: {string.Join(", ", names)}", path);
    };
}
