using System.Text.RegularExpressions;

namespace PaperBot.Tests.Architecture;

/// <summary>What the house refuses in its sources, whatever the compiler says.</summary>
public sealed partial class SourcesTests
{
    private const int MostLines = 300;

    [Fact]
    public void Files_AreShort() => Offenders.None(SourceTree.Files.Where(file => file.Lines.Length >= MostLines).Select(file => $"{file.Path}: {file.Lines.Length}"));

    [Fact]
    public void Folders_SayWhatIsInThem() => Assert.DoesNotContain(SourceTree.Folders, folder => Vague().IsMatch(folder.Split('/')[^1]));

    [Fact]
    public void Types_SayWhatTheyDo() =>
        Assert.DoesNotContain(
            typeof(Program).Assembly.GetTypes(),
            type => type.Namespace?.StartsWith("PaperBot", StringComparison.Ordinal) == true && VagueSuffix().IsMatch(type.Name));

    [Fact]
    public void Namespaces_AreTheFoldersOfTheirFiles() => Offenders.None(
        SourceTree.Files
            .Where(file => !file.Lines.Contains($"namespace {string.Join('.', ["PaperBot", .. file.Path.Split('/')[..^1]])};"))
            .Select(file => file.Path));

    /// <summary>Only the rooms that face a platform or a provider know its name.</summary>
    [Theory]
    [InlineData("Slack", "Bot", "Host")]
    [InlineData("OpenAI", "LanguageModels")]
    [InlineData("Ollama", "LanguageModels")]
    [InlineData("Anthropic", "LanguageModels")]
    public void Name_OfWhatIsOutside_IsSpelledInItsRoomsOnly(string name, params string[] rooms) => Offenders.None(
        from file in SourceTree.Files
        where !rooms.Contains(file.Path.Split('/')[0])
        from line in file.Lines
        where line.Contains(name, StringComparison.Ordinal)
        select $"{file.Path}: {line.Trim()}");

    [Fact]
    public void Tree_IsTheWholeProgram() => Assert.Contains(SourceTree.Files, file => file.Path == "Answering/Ask.cs");

    [GeneratedRegex("^(Services|Helpers|Utils|Utilities|Managers|Common|Interfaces|Extensions|Shared|Misc)$", RegexOptions.IgnoreCase)]
    private static partial Regex Vague();

    [GeneratedRegex("(Service|Helper|Util|Utils|Manager|Common|Extensions)$")]
    private static partial Regex VagueSuffix();
}
