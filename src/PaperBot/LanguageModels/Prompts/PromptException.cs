namespace PaperBot.LanguageModels.Prompts;

/// <summary>A prompt file cannot be used; the message says which one, why, and how to mend it.</summary>
internal sealed class PromptException(string message) : Exception(message);
