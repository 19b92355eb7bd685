using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace PaperBot.Settings;

/// <summary>Finds settings that no room reads and values that do not fit, before anything is done with them.</summary>
internal static class SettingsCheck
{
    /// <returns>One sentence a mistake, in the order of the settings; none when all is well.</returns>
    public static IReadOnlyList<string> FindMistakes(IConfiguration configuration, IEnumerable<SettingsSection> sections)
    {
        var known = sections.ToDictionary(section => section.Name, StringComparer.OrdinalIgnoreCase);
        var mistakes = new List<string>();
        foreach (var section in configuration.GetChildren().Where(section => !SettingsFile.IsShortName(section.Key)))
        {
            if (known.TryGetValue(section.Key, out var options))
                mistakes.AddRange(section.GetChildren().Select(setting => FindMistake(section.Key, setting, options.Options)).OfType<string>());
            else
                mistakes.Add($"{section.Key} is no section of the settings. {Suggest(section.Key, known.Keys)}");
        }

        return mistakes;
    }

    private static string? FindMistake(string section, IConfigurationSection setting, Type options)
    {
        var properties = options.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var property = properties.FirstOrDefault(property => property.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase));
        if (property is null)
            return $"{section}:{setting.Key} is no setting. {Suggest(setting.Key, properties.Select(property => property.Name))}";
        if (setting.Value is not { } text)
            return null;
        var name = $"{section}:{property.Name}";
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
        _ => "a value that fits",
    };

    private static string Suggest(string wrong, IEnumerable<string> names)
    {
        var nearest = names.OrderBy(name => Distance(wrong.ToLowerInvariant(), name.ToLowerInvariant())).ThenBy(name => name, StringComparer.Ordinal).ToList();
        return nearest.Count > 0 && Distance(wrong.ToLowerInvariant(), nearest[0].ToLowerInvariant()) <= Math.Max(2, wrong.Length / 3)
            ? $"Did you mean {nearest[0]}?"
            : $"Known are {string.Join(", ", nearest.Order(StringComparer.Ordinal))}.";
    }

    /// <summary>Levenshtein's distance: the fewest letters to insert, delete or change.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (row[j], diagonal) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)), row[j]);
        }

        return row[^1];
    }
}
