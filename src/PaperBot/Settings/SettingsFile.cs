using Microsoft.Extensions.Configuration;

namespace PaperBot.Settings;

/// <summary>
/// Where settings come from, the later over the earlier: <c>config/appsettings.json</c> beside the program, the file that
/// <c>PAPERBOT_CONFIG</c> names, <c>PAPERBOT_Section__Name</c> environment variables, the command line.
/// </summary>
internal static class SettingsFile
{
    public const string EnvironmentPrefix = "PAPERBOT_";

    // Nothing is read from the working directory: a file of that name there is most often another program's.
    private const string FileVariable = "PAPERBOT_CONFIG";

    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "config", "appsettings.json");

    /// <param name="sections">Those with environment variables of their own.</param>
    /// <param name="commandLine">Settings given on the command line, as <c>Section:Name</c> and value.</param>
    /// <exception cref="SettingsException">A file is not JSON, or the named one is not there.</exception>
    public static IConfigurationRoot Read(IEnumerable<SettingsSection> sections, IReadOnlyDictionary<string, string?> commandLine)
    {
        var builder = new ConfigurationBuilder().AddJsonFile(Shipped, optional: true);
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } named)
        {
            if (!File.Exists(named))
                throw new SettingsException($"{FileVariable} names the file {named}, which is not there. Correct the name, or unset {FileVariable}.");
            builder.AddJsonFile(Path.GetFullPath(named), optional: false);
        }

        builder
            .AddEnvironmentVariables(EnvironmentPrefix)
            .AddInMemoryCollection(sections
                .SelectMany(section => section.Variables.Select(variable => KeyValuePair.Create(
                    $"{section.Name}:{variable.Setting}", Environment.GetEnvironmentVariable(variable.Name))))
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
    internal static bool IsVariable(string name, IEnumerable<SettingsSection> sections) => sections
        .SelectMany(section => section.Variables.Select(variable => variable.Name)).Append(FileVariable)
        .Any(known => known.Equals(EnvironmentPrefix + name, StringComparison.OrdinalIgnoreCase));
}
