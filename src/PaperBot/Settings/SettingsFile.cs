using Microsoft.Extensions.Configuration;

namespace PaperBot.Settings;

/// <summary>
/// Where settings come from, the later over the earlier: <c>config/appsettings.json</c> beside the program, the same path in the working
/// directory, <c>PAPERBOT_Section__Name</c> environment variables, the command line.
/// </summary>
internal static class SettingsFile
{
    public const string EnvironmentPrefix = "PAPERBOT_";

    private static readonly string RelativePath = Path.Combine("config", "appsettings.json");

    // Two settings have a short name, since they are the two that people change.
    private static readonly (string Variable, string Setting)[] ShortNames =
        [("PAPERBOT_DATA", "Storage:DataFolder"), ("PAPERBOT_MODELS", "Embedding:ModelsFolder")];

    /// <param name="commandLine">Settings given on the command line, as <c>Section:Name</c> and value.</param>
    /// <exception cref="SettingsException">A file is not JSON.</exception>
    public static IConfigurationRoot Read(IReadOnlyDictionary<string, string?> commandLine)
    {
        var builder = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, RelativePath), optional: true)
            .AddJsonFile(Path.GetFullPath(RelativePath), optional: true)
            .AddEnvironmentVariables(EnvironmentPrefix)
            .AddInMemoryCollection(ShortNames
                .Select(name => KeyValuePair.Create(name.Setting, Environment.GetEnvironmentVariable(name.Variable)))
                .Where(pair => !string.IsNullOrEmpty(pair.Value)))
            .AddInMemoryCollection(commandLine);
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException e)
        {
            var reason = e.GetBaseException() is System.Text.Json.JsonException { LineNumber: { } line } ? $" (line {line + 1})" : "";
            throw new SettingsException($"{e.Message.TrimEnd('.')}: it is not valid JSON{reason}. Mend it, or delete it to use the defaults.", e);
        }
    }

    /// <summary>Names that are not settings of a section but are known all the same.</summary>
    internal static bool IsShortName(string name) => ShortNames.Any(known => known.Variable.AsSpan(EnvironmentPrefix.Length).Equals(name, StringComparison.OrdinalIgnoreCase));
}
