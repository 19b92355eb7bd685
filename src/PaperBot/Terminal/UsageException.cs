namespace PaperBot.Terminal;

/// <summary>The command cannot be carried out as typed; the message is one sentence that says how to type it.</summary>
internal sealed class UsageException(string message) : Exception(message);
