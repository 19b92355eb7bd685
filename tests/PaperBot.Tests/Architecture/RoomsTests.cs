using System.Text.RegularExpressions;

namespace PaperBot.Tests.Architecture;

/// <summary>The arrows between the rooms of the program, and which room knows which package.</summary>
public sealed partial class RoomsTests
{
    /// <summary>What each room may use. Settings are everybody's, to register options with.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Papers"] = [],
        ["Settings"] = [],
        ["Storage"] = [],
        ["Embedding"] = [],
        // What was used is counted in the library.
        ["LanguageModels"] = ["Storage"],
        ["Retrieval"] = ["Papers", "Storage", "Embedding"],
        // Embedding is its last step; Storage is for the temporary library of an evaluation.
        ["Ingestion"] = ["Papers", "Retrieval", "Embedding", "Storage"],
        ["Answering"] = ["Papers", "Retrieval", "LanguageModels"],
        // Pictures of the library.
        ["Charts"] = ["Papers", "Retrieval"],
        // A weekly digest carries one.
        ["Digests"] = ["Papers", "Answering", "Retrieval", "Storage", "Charts"],
        ["Bot"] = ["Papers", "Storage", "Embedding", "Retrieval", "Ingestion", "LanguageModels", "Answering", "Charts", "Digests"],
        ["Terminal"] = ["Papers", "Storage", "Embedding", "Retrieval", "Ingestion", "LanguageModels", "Answering", "Charts", "Digests"],
        // Puts the bot on a socket, a web server or a terminal.
        ["Host"] = ["Papers", "Storage", "Embedding", "Retrieval", "Ingestion", "LanguageModels", "Answering", "Charts", "Digests", "Bot", "Terminal"],
    };

    /// <summary>Packages that not every room may know, by how their assemblies' names begin.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Microsoft.ML."] = ["Embedding"],
        ["Google.Protobuf"] = ["Embedding"],
        ["Cronos"] = ["Digests"],
        ["Microsoft.Data.Sqlite"] = ["Storage", "Retrieval", "Ingestion", "LanguageModels", "Digests", "Bot"],
        ["OpenAI"] = ["LanguageModels"],
        ["Anthropic"] = ["LanguageModels"],
        ["OllamaSharp"] = ["LanguageModels"],
        ["OpenTelemetry"] = ["Host"],
        ["Polly"] = ["LanguageModels"],
        ["System.ClientModel"] = ["LanguageModels"],
        ["SQLitePCLRaw"] = ["Storage"],
        ["Spectre.Console"] = ["Terminal", "Host"],
        ["System.CommandLine"] = ["Terminal", "Host"],
        ["ScottPlot"] = ["Charts"],
        ["SkiaSharp"] = ["Charts"],
        ["PaperBot.Slack"] = ["Bot", "Host"],
    };

    private static readonly List<(Type From, Type To)> References =
    [
        .. typeof(Program).Assembly.GetTypes().Where(type => RoomOf(type) is not null)
            .SelectMany(type => CompiledReferences.Of(type).Select(to => (type, to))),
    ];

    [Fact]
    public void Types_AllLieInARoomThatIsKnown() =>
        Offenders.None(References.Select(reference => RoomOf(reference.From)!).Except(Arrows.Keys));

    [Fact]
    public void References_ToOtherRooms_FollowTheArrows() => Offenders.None(
        References
            .Where(reference => RoomOf(reference.To) is { } to && !MayUse(RoomOf(reference.From)!, to))
            .Select(reference => $"{reference.From} uses {reference.To}"));

    [Fact]
    public void References_ToSettings_AreMadeWhereARoomIsRegistered() => Offenders.None(
        References
            .Where(reference => RoomOf(reference.To) == "Settings" && RoomOf(reference.From) is not ("Settings" or "Terminal"))
            // Words are mistyped everywhere.
            .Where(reference => reference.To != typeof(PaperBot.Settings.Spelling))
            .Where(reference => !reference.From.Name.EndsWith("Registration", StringComparison.Ordinal) && reference.From.DeclaringType is null)
            .Select(reference => $"{reference.From} uses {reference.To}"));

    [Fact]
    public void References_ToPackages_StayInTheirRooms() => Offenders.None(
        References
            .Where(reference => Packages.Any(package =>
                reference.To.Assembly.GetName().Name!.StartsWith(package.Key, StringComparison.Ordinal) && !package.Value.Contains(RoomOf(reference.From))))
            .Select(reference => $"{reference.From} uses {reference.To}"));

    /// <summary>Constants of another room leave no trace in the compiled types, their names do in the sources.</summary>
    [Fact]
    public void Sources_NameOnlyRoomsThatTheyMayUse() => Offenders.None(
        from file in SourceTree.Files
        let room = file.Path.Split('/')[0]
        where Arrows.ContainsKey(room)
        from line in file.Lines
        from Match named in NamedRoom().Matches(line)
        where Arrows.ContainsKey(named.Groups[1].Value) && !MayUse(room, named.Groups[1].Value)
        select $"{file.Path}: {line}");

    /// <summary>So that a test above that finds nothing has looked at something.</summary>
    [Theory]
    [InlineData(typeof(PaperBot.Answering.Extractive.Questions.QuotedAnswers), typeof(PaperBot.Retrieval.Retriever))]
    [InlineData(typeof(PaperBot.Answering.Extractive.Questions.QuotedAnswers), typeof(PaperBot.Papers.LatexText))]
    [InlineData(typeof(PaperBot.Retrieval.VectorStore), typeof(Microsoft.Data.Sqlite.SqliteCommand))]
    [InlineData(typeof(PaperBot.Embedding.OnnxEmbeddingGenerator), typeof(Microsoft.Extensions.AI.Embedding<float>))]
    public void References_OfKnownTypes_AreFound(Type from, Type to) =>
        Assert.Contains(References, reference => (reference.From == from || reference.From.DeclaringType == from) && Generic(reference.To) == Generic(to));

    private static bool MayUse(string from, string to) => from == to || to == "Settings" || Arrows.GetValueOrDefault(from, []).Contains(to);

    private static Type Generic(Type type) => type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;

    /// <returns>Null for types outside of the program and for those of its root, which names the rooms.</returns>
    private static string? RoomOf(Type type) =>
        type.Assembly == typeof(Program).Assembly && type.Namespace?.Split('.') is ["PaperBot", var room, ..] ? room : null;

    [GeneratedRegex(@"\bPaperBot\.([A-Z]\w*)")]
    private static partial Regex NamedRoom();
}
