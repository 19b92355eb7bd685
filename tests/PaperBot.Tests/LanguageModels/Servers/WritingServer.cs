using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PaperBot.Tests.LanguageModels.Servers;

/// <summary>A model that writes what a test says, on a real socket: given what it was told, it says something or calls a function.</summary>
internal sealed partial class WritingServer : OpenAIServer
{
    /// <summary>What it says, from what it was told.</summary>
    public Func<Told, string> Write { get; set; } = _ => "NO ANSWER";

    /// <summary>The function that it calls first; null calls none.</summary>
    public Func<Told, (string Name, string Arguments)?> Call { get; set; } = _ => null;

    /// <summary>The settings of a bot that asks it.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["LanguageModel:Provider"] = "openai-compatible",
        ["LanguageModel:Endpoint"] = $"{Address}/v1",
        ["LanguageModel:Model"] = Model,
        ["LanguageModel:ApiKey"] = Key,
        ["LanguageModel:Retries"] = "0",
    };

    public IReadOnlyList<Told> Conversation => [.. Requests.Select(Told.Of)];

    protected override string Path => "/v1/chat/completions";

    protected override JsonNode? Limit(JsonObject body) => body["max_tokens"] ?? body["max_completion_tokens"];

    /// <summary>Word by word.</summary>
    protected override IReadOnlyList<string> PiecesOf(JsonObject body) => [.. Word().Matches(Write(Told.Of(body))).Select(word => word.Value)];

    protected override (string Name, string Arguments)? CallOf(JsonObject body) => body["tools"] is null ? null : Call(Told.Of(body));

    protected override int FirstWords(List<string> parts) => Math.Max(2, parts.Count / 2);

    [GeneratedRegex(@"\s*\S+\s*")]
    private static partial Regex Word();
}

/// <param name="System">The rules.</param>
/// <param name="User">The papers and the question.</param>
/// <param name="Found">What functions returned.</param>
internal sealed partial record Told(string System, string User, IReadOnlyList<string> Found)
{
    public bool Asks(string prompt) => System.Contains(prompt, StringComparison.Ordinal);

    /// <returns>The key of the shown paper whose title has these words.</returns>
    public string KeyOf(string title) => Source().Matches(User + string.Concat(Found))
        .First(source => source.Groups["title"].Value.Contains(title, StringComparison.OrdinalIgnoreCase)).Groups["key"].Value;

    public IReadOnlyList<(string Key, string Title, string Abstract)> Sources =>
        [.. Source().Matches(User + string.Concat(Found)).Select(source => (source.Groups["key"].Value, source.Groups["title"].Value, source.Groups["abstract"].Value))];

    public static Told Of(JsonObject body)
    {
        var messages = body["messages"]!.AsArray().Select(message => (Role: (string?)message!["role"], Text: TextOf(message["content"]))).ToList();
        return new Told(
            messages.First(message => message.Role is "system" or "developer").Text,
            string.Concat(messages.Where(message => message.Role == "user").Select(message => message.Text)),
            [.. messages.Where(message => message.Role == "tool").Select(message => message.Text)]);
    }

    private static string TextOf(JsonNode? content) => content switch
    {
        JsonArray parts => string.Concat(parts.Select(part => (string?)part!["text"])),
        JsonValue value => (string?)value is not { } text ? "" : text.StartsWith('"') ? JsonNode.Parse(text)!.GetValue<string>() : text,
        _ => "",
    };

    [GeneratedRegex(@"^\[(?<key>k[a-z0-9]{4})\] (?<title>.*)\n(?<abstract>.*)$", RegexOptions.Multiline)]
    private static partial Regex Source();
}
