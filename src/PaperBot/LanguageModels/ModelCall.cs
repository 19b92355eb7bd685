using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels;

/// <summary>What the decorators know of a call beside its texts: whose budget it is, and which prompt made it.</summary>
internal static class ModelCall
{
    private const string PersonKey = "paperbot.person";
    private const string PromptKey = "paperbot.prompt";

    /// <param name="person">Whose question it is; empty in the terminal.</param>
    /// <param name="prompt">Name and version of the prompt, such as <c>answer/1</c>.</param>
    public static ChatOptions Options(string person, string prompt) =>
        new() { AdditionalProperties = new() { [PersonKey] = person, [PromptKey] = prompt } };

    public static string Person(ChatOptions? options) => Read(options, PersonKey);

    public static string Prompt(ChatOptions? options) => Read(options, PromptKey);

    private static string Read(ChatOptions? options, string key) =>
        options?.AdditionalProperties?.TryGetValue(key, out var value) == true && value is string text ? text : "";
}
