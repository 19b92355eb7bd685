namespace FakeSlack;

/// <summary>A prompt that is offered in the agent's conversation.</summary>
public sealed record SuggestedPrompt(string Title, string Message);

/// <summary>What the agent surface shows of one thread.</summary>
/// <param name="Status">Such as «is thinking…»; null when none is shown.</param>
/// <param name="StatusSince">When it was set; it goes away after two minutes.</param>
/// <param name="Title">The thread's title.</param>
/// <param name="Prompts">The prompts offered.</param>
/// <param name="Statuses">Every status that was shown, oldest first.</param>
public sealed record AssistantThread(
    string? Status, DateTimeOffset StatusSince, string? Title, IReadOnlyList<SuggestedPrompt> Prompts, IReadOnlyList<string> Statuses)
{
    internal static readonly AssistantThread Empty = new(null, default, null, [], []);
}
