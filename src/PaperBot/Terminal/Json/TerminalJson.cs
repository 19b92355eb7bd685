using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperBot.Terminal.Json;

/// <summary>
/// The documents of <c>--json</c>. Names and their order are a contract with programs: a property is added at the end, and none is
/// renamed or removed.
/// </summary>
[JsonSerializable(typeof(AnswerDocument))]
[JsonSerializable(typeof(HitsDocument))]
[JsonSerializable(typeof(PaperDocument))]
[JsonSerializable(typeof(ListDocument))]
[JsonSerializable(typeof(StatisticsDocument))]
[JsonSerializable(typeof(RemovalDocument))]
[JsonSerializable(typeof(IngestionDocument))]
[JsonSerializable(typeof(RetrievalFiguresDocument))]
[JsonSerializable(typeof(SummaryDocument))]
[JsonSerializable(typeof(ComparisonDocument))]
[JsonSerializable(typeof(SummaryFiguresDocument))]
[JsonSerializable(typeof(EmbedDocument))]
[JsonSerializable(typeof(ModelDocument))]
[JsonSerializable(typeof(ModelsDocument))]
[JsonSerializable(typeof(VerificationDocument))]
[JsonSerializable(typeof(TrendDocument))]
[JsonSerializable(typeof(MapDocument))]
[JsonSerializable(typeof(DigestDocument))]
[JsonSerializable(typeof(DueDocument))]
[JsonSerializable(typeof(PostedDocument))]
internal sealed partial class TerminalJson : JsonSerializerContext
{
    /// <summary>Letters of all scripts as they are: what is read here is no HTML.</summary>
    public static TerminalJson Documents { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
