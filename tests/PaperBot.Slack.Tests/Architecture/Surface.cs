using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.Architecture;

/// <summary>The library as others see it: its public types and members, and what their documentation says.</summary>
internal static class Surface
{
    private static readonly Lazy<Dictionary<string, XElement>> _documentation = new(Read);

    public static Assembly Library { get; } = typeof(ISlackApiClient).Assembly;

    public static IEnumerable<Type> Types => Library.GetExportedTypes();

    public static IEnumerable<MethodInfo> Methods => Types
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && !IsCompilers(method) && method.GetBaseDefinition().DeclaringType == method.DeclaringType);

    /// <summary>The documentation of a type (<c>T:…</c>) or a member; null when there is none.</summary>
    public static string? Documentation(string id) => _documentation.Value.TryGetValue(id, out var member)
        ? string.Join(' ', string.Concat(member.DescendantNodes().Select(Text)).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        : null;

    public static string Id(Type type) => "T:" + Name(type);

    /// <summary>The ids of a method's documentation begin so; its parameters follow.</summary>
    public static string Id(MethodInfo method) => $"M:{Name(method.DeclaringType!)}.{method.Name}";

    public static string Id(PropertyInfo property) => $"P:{Name(property.DeclaringType!)}.{property.Name}";

    public static string? Documentation(MethodInfo method)
    {
        var name = Id(method);
        var id = _documentation.Value.Keys.FirstOrDefault(key =>
            key == name || (key.StartsWith(name, StringComparison.Ordinal) && key[name.Length] is '(' or '`'));
        return id is null ? null : Documentation(id);
    }

    /// <summary>Whether a property has documentation of its own, or its record's parameter has.</summary>
    public static bool IsDocumented(PropertyInfo property) =>
        !string.IsNullOrWhiteSpace(Documentation(Id(property)))
        || (_documentation.Value.TryGetValue(Id(property.DeclaringType!), out var type)
            && type.Elements("param").Any(parameter => parameter.Attribute("name")!.Value == property.Name && parameter.Value.Length > 0));

    public static bool IsCompilers(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name.Contains('<', StringComparison.Ordinal);

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref") is { } reference => $" {reference.Value} ",
        XElement { Name.LocalName: "inheritdoc" } => "inheritdoc",
        _ => " ",
    };

    private static Dictionary<string, XElement> Read() => XDocument.Load(Path.ChangeExtension(Library.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);
}
