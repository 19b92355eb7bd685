using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Settings;

namespace PaperBot.Tests.Settings;

public sealed class SettingsFileTests
{
    private static readonly string FilePath = Path.Combine(AppContext.BaseDirectory, "config", "appsettings.json");

    private static readonly IReadOnlyList<SettingsSection> Sections = Registered();

    [Fact]
    public void EverySetting_IsInTheFileWithItsDefault_AndNoOther()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(FilePath), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });

        var written = file.RootElement.EnumerateObject()
            .SelectMany(section => section.Value.EnumerateObject().Select(setting => $"{section.Name}:{setting.Name} = {setting.Value.GetRawText()}"));

        Assert.Equal(Sections.SelectMany(Defaults).Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EverySetting_HasACommentAboveIt()
    {
        var lines = File.ReadAllLines(FilePath).Select(line => line.Trim()).ToList();

        foreach (var name in Sections.SelectMany(section => Properties(section).Select(property => property.Name)))
        {
            var line = lines.FindIndex(line => line.StartsWith($"\"{name}\":", StringComparison.Ordinal));
            Assert.True(line > 0 && lines[line - 1].StartsWith("// ", StringComparison.Ordinal), $"{name} has no comment.");
        }
    }

    private static SettingsSection[] Registered()
    {
        var services = new ServiceCollection();
        Program.Rooms(services);
        return [.. services.Select(service => service.ImplementationInstance).OfType<SettingsSection>().DistinctBy(section => section.Name)];
    }

    private static IEnumerable<string> Defaults(SettingsSection section)
    {
        var defaults = Activator.CreateInstance(section.Options);
        return Properties(section).Select(property =>
            $"{section.Name}:{property.Name} = {JsonSerializer.Serialize(property.GetValue(defaults) is Enum value ? value.ToString() : property.GetValue(defaults))}");
    }

    private static PropertyInfo[] Properties(SettingsSection section) => section.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
