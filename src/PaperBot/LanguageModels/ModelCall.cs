using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels;

/// <summary>What the decorators know of a call beside its texts: whose budget it is, which prompt made it, and how long it may take.</summary>
internal static class ModelCall
{
    private const string Prefix = "paperbot.";
    private const string PersonKey = $"{Prefix}person";
    private const string PromptKey = $"{Prefix}prompt";
    private const string EndKey = $"{Prefix}end";

    /// <param name="person">Whose question it is; empty in the terminal.</param>
    /// <param name="prompt">Name and version of the prompt, such as <c>answer/1</c>.</param>
    public static ChatOptions Options(string person, string prompt) =>
        new() { AdditionalProperties = new() { [PersonKey] = person, [PromptKey] = prompt } };

    public static string Person(ChatOptions? options) => Read(options, PersonKey) as string ?? "";

    public static string Prompt(ChatOptions? options) => Read(options, PromptKey) as string ?? "";

    /// <returns>When the call's time is up; null when nobody has said.</returns>
    public static DateTimeOffset? End(ChatOptions? options) => Read(options, EndKey) as DateTimeOffset?;

    public static ChatOptions WithEnd(ChatOptions? options, DateTimeOffset end)
    {
        var copy = options?.Clone() ?? new ChatOptions();
        copy.AdditionalProperties = new(copy.AdditionalProperties ?? []) { [EndKey] = end };
        return copy;
    }

    /// <returns>The options as a provider may see them, who need not know whose question it is.</returns>
    public static ChatOptions? WithoutNotes(ChatOptions? options)
    {
        if (options?.AdditionalProperties is not { } properties)
            return options;
        var copy = options.Clone();
        var others = properties.Where(property => !property.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        copy.AdditionalProperties = others.Count == 0 ? null : new(others);
        return copy;
    }

    private static object? Read(ChatOptions? options, string key) =>
        options?.AdditionalProperties?.TryGetValue(key, out var value) == true ? value : null;
}
