using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace PaperBot.Settings;

/// <summary>Finds settings that no room reads and values that do not fit, before anything is done with them.</summary>
internal static class SettingsCheck
{
    /// <exception cref="SettingsException">There are mistakes; the message has one sentence each.</exception>
    public static void Require(IConfiguration configuration, IEnumerable<SettingsSection> sections)
    {
        if (FindMistakes(configuration, sections) is { Count: > 0 } mistakes)
            throw new SettingsException(string.Join('\n', mistakes));
    }

    /// <returns>One sentence a mistake, in the order of the settings; none when all is well.</returns>
    public static IReadOnlyList<string> FindMistakes(IConfiguration configuration, IEnumerable<SettingsSection> sections)
    {
        var known = sections.ToDictionary(section => section.Name, StringComparer.OrdinalIgnoreCase);
        var mistakes = new List<string>();
        foreach (var section in configuration.GetChildren().Where(section => !SettingsFile.IsVariable(section.Key, known.Values)))
        {
            if (!known.TryGetValue(section.Key, out var options))
                mistakes.Add($"{section.Key} is no section of the settings. {Suggest(section.Key, known.Keys)}");
            else if (!string.IsNullOrEmpty(section.Value))
                mistakes.Add($"{options.Name} is \"{section.Value}\", but it is a section and holds settings: {options.Name}:Name, or PAPERBOT_{options.Name}__Name in the environment.");
            else
                mistakes.AddRange(section.GetChildren().Select(setting => FindMistake(options.Name, setting, options.Options)).OfType<string>());
        }

        return mistakes;
    }

    private static string? FindMistake(string section, IConfigurationSection setting, Type options)
    {
        var properties = options.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var property = properties.FirstOrDefault(property => property.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase));
        if (property is null)
            return $"{section}:{setting.Key} is no setting. {Suggest(setting.Key, properties.Select(property => property.Name))}";
        var name = $"{section}:{property.Name}";
        if (setting.GetChildren().Any())
            return $"{name} holds several values, but it takes one: {Describe(property.PropertyType)}.";
        if (setting.Value is not { } text)
            return null;
        if (!TryConvert(text, property.PropertyType, out var value))
            return $"{name} is \"{text}\", which is not {Describe(property.PropertyType)}.";
        var results = new List<ValidationResult>();
        var context = new ValidationContext(Activator.CreateInstance(options)!) { MemberName = property.Name, DisplayName = name };
        return Validator.TryValidateProperty(value, context, results) ? null : $"{results[0].ErrorMessage} It is \"{text}\".";
    }

    private static bool TryConvert(string text, Type type, out object? value)
    {
        try
        {
            value = text.Length == 0 && Nullable.GetUnderlyingType(type) is not null
                ? null : TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text);
            return true;
        }
        catch (Exception e) when (e is FormatException or NotSupportedException or ArgumentException or OverflowException)
        {
            value = null;
            return false;
        }
    }

    private static string Describe(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
        TypeCode.Boolean => "true or false",
        TypeCode.Int32 or TypeCode.Int64 => "a whole number",
        TypeCode.Double or TypeCode.Single => "a number",
        TypeCode.String => "a text",
        _ => "a value that fits",
    };

    private static string Suggest(string wrong, IEnumerable<string> names)
    {
        var known = names.ToList();
        return Spelling.Nearest(wrong, known) is { } meant ? $"Did you mean {meant}?" : $"Known are {string.Join(", ", known.Order(StringComparer.Ordinal))}.";
    }
}
