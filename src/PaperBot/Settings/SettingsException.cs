namespace PaperBot.Settings;

/// <summary>The settings cannot be used; the message says which one and how to mend it.</summary>
internal sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
