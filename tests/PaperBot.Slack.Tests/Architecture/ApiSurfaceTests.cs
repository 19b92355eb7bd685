using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Events;
using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.Architecture;

/// <summary>Rules that hold for the whole public surface, read by reflection.</summary>
public sealed partial class ApiSurfaceTests
{
    [Fact]
    public void AsyncMethods_TakeACancellationToken_Last()
    {
        var offenders = Surface.Methods.Where(IsAwaited)
            .Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken));
        Assert.Empty(offenders.Select(Surface.Id));
    }

    [Fact]
    public void CancellationTokens_AreNeverOptional()
    {
        var offenders = Surface.Methods.Where(method =>
            method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken) && parameter.IsOptional));
        Assert.Empty(offenders.Select(Surface.Id));
    }

    [Fact]
    public void AsyncSuffix_IsOnAwaitablesAndOnNothingElse()
    {
        var offenders = Surface.Methods.Where(method => IsAwaited(method) != method.Name.EndsWith("Async", StringComparison.Ordinal));
        Assert.Empty(offenders.Select(Surface.Id));
    }

    [Fact]
    public void Wire_EveryPropertyIsInSnakeCase_InRequestsAndAnswers()
    {
        var types = typeof(SlackJson).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
            .Concat(Surface.Types.Where(type => type.IsAssignableTo(typeof(Block)) && !type.IsAbstract))
            .ToArray();
        var seen = new HashSet<Type>();
        foreach (var type in types)
            AssertSnakeCase(type, seen);
        Assert.True(seen.Count > 80, $"Only {seen.Count} types were seen.");
    }

    [Fact]
    public void Types_AreAllDocumented() =>
        Assert.All(Surface.Types, type => Assert.False(string.IsNullOrWhiteSpace(Surface.Documentation(Surface.Id(type))), type.FullName));

    [Fact]
    public void Methods_AreAllDocumented() =>
        Assert.All(
            Surface.Methods.Where(method => !IsRecords(method)),
            method => Assert.False(string.IsNullOrWhiteSpace(Surface.Documentation(method)), Surface.Id(method)));

    [Fact]
    public void Properties_AreAllDocumented()
    {
        var offenders = Surface.Types
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => !Surface.IsDocumented(property));
        Assert.Empty(offenders.Select(Surface.Id));
    }

    [Fact]
    public void MethodGroups_NameSlacksMethodAndAPageOfTheReference()
    {
        var groups = typeof(ISlackApiClient).GetProperties().Select(group => group.PropertyType).ToArray();
        Assert.Equal(9, groups.Length);
        foreach (var group in groups)
        {
            Assert.Contains("https://docs.slack.dev/", Surface.Documentation(Surface.Id(group)), StringComparison.Ordinal);
            foreach (var method in group.GetMethods())
                Assert.Matches(@"https://docs\.slack\.dev/reference/methods/[a-z]+\.[A-Za-z.]+", Surface.Documentation(method));
        }
    }

    [Fact]
    public void Records_ThatAreSentOrReceived_NameAPageOfTheReference_ThemselvesOrThroughTheirFamily()
    {
        var unnamed = Surface.Types
            .Where(type => type.IsAssignableTo(typeof(SlackEvent)) && !type.IsAbstract && type != typeof(UnknownEvent))
            .Concat(Surface.Types.Where(type => type.IsAssignableTo(typeof(Block)) || type.IsAssignableTo(typeof(ActionElement))))
            .Where(type => type != typeof(ActionElement))
            .Where(type => !Surface.Documentation(Surface.Id(type))!.Contains("https://docs.slack.dev/", StringComparison.Ordinal));
        Assert.Empty(unnamed.Select(type => type.Name));
    }

    [Fact]
    public void Limits_ThatAreChecked_AreInTheDocumentation()
    {
        var checks = Sources.Library.SelectMany(Sources.LimitsWithDocumentation).ToArray();
        Assert.True(checks.Length > 50, $"Only {checks.Length} limits were seen.");
        Assert.All(checks, check => Assert.True(Digits().Matches(check.Documentation).Any(found => found.Value == check.Most), check.Line));
    }

    [Fact]
    public void References_GoToTheFrameworkAlone()
    {
        string[] framework = ["System.", "Microsoft.AspNetCore.", "Microsoft.Extensions.", "Microsoft.Net."];
        var references = Surface.Library.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.All(references, name => Assert.Contains(framework, part => name.StartsWith(part, StringComparison.Ordinal)));
        Assert.DoesNotContain("PackageReference", Sources.ProjectFile, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", Sources.ProjectFile, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_KnowNothingOfPapers()
    {
        var offenders = Sources.Library
            .SelectMany(file => File.ReadLines(file).Select(line => (File: Path.GetFileName(file), Line: line)))
            .Where(found => AboutPapers().IsMatch(found.Line.Replace("PaperBot.Slack", "", StringComparison.Ordinal)));
        Assert.Empty(offenders);
    }

    [Fact]
    public void Sources_HaveNoBlockingWaits_AndNoAbandonedTasks()
    {
        var offenders = Sources.Library
            .SelectMany(file => File.ReadLines(file).Select(line => (File: Path.GetFileName(file), Line: line)))
            .Where(found => Blocking().IsMatch(found.Line));
        Assert.Empty(offenders);
    }

    private static bool IsAwaited(MethodInfo method) =>
        method.ReturnType.IsAssignableTo(typeof(Task))
        || method.ReturnType == typeof(ValueTask)
        || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>));

    // What the compiler writes for records and what they all have from object.
    private static bool IsRecords(MethodInfo method) =>
        method.Name is "Deconstruct" or "Equals" or "GetHashCode" or "ToString" or "<Clone>$" or "PrintMembers";

    private static void AssertSnakeCase(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || SlackJson.Default.GetTypeInfo(type) is not { } info)
            return;
        foreach (var derived in info.PolymorphismOptions?.DerivedTypes ?? [])
            AssertSnakeCase(derived.DerivedType, seen);
        if (info.ElementType is { } element)
            AssertSnakeCase(element, seen);
        if (type.Namespace?.StartsWith("PaperBot.", StringComparison.Ordinal) != true)
            return;
        foreach (var property in info.Properties)
        {
            Assert.True(SnakeCase().IsMatch(property.Name), $"{type.Name} writes {property.Name}.");
            AssertSnakeCase(property.PropertyType, seen);
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();

    [GeneratedRegex(@"\d[\d,]*")]
    private static partial Regex Digits();

    [GeneratedRegex("paper|arxiv|citation", RegexOptions.IgnoreCase)]
    private static partial Regex AboutPapers();

    [GeneratedRegex(@"\.Result\b|\.Wait\(\)|GetAwaiter\(\)\.GetResult\(\)|async void|_ = \w+\.\w+Async\(")]
    private static partial Regex Blocking();
}
