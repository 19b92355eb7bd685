using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaperBot.Ingestion.Sources.Arxiv;
using PaperBot.Ingestion.Sources.Crossref;
using PaperBot.Ingestion.Sources.HuggingFace;
using PaperBot.Ingestion.Sources.OpenAlex;
using PaperBot.Ingestion.Sources.PubMed;
using PaperBot.Ingestion.Sources.SemanticScholar;
using PaperBot.Ingestion.Sources.Web;

namespace PaperBot.Ingestion.Sources;

/// <summary>Tells from its beginning whose answer a file holds.</summary>
internal static partial class SavedAnswers
{
    /// <returns>Null when it is no answer of a source.</returns>
    public static IPaperSource? OfXml(string head) => Root().Match(head).Groups["name"].Value switch
    {
        "feed" => new SavedAnswerSource("arXiv", AtomFeed.Read),
        "rss" => new SavedAnswerSource("arXiv", RssItems.Read),
        "OAI-PMH" or "record" => new SavedAnswerSource("arXiv", body => new SourcePage(OaiRecords.Read(body).Records)),
        "PubmedArticleSet" => new SavedAnswerSource("PubMed", PubMedArticles.Read),
        _ => null,
    };

    /// <inheritdoc cref="OfXml"/>
    public static IPaperSource? OfJson(string head)
    {
        var (names, isList) = FirstObject(head);
        return names switch
        {
            _ when names.Contains("paperId") || names.Contains("recommendedPapers") || (names.Contains("offset") && (names.Contains("data") || names.Contains("total"))) =>
                new SavedAnswerSource("Semantic Scholar", ScholarPapers.Read),
            _ when (names.Contains("meta") && names.Contains("results")) || (!isList && names.Contains("abstract_inverted_index"))
                || (!isList && names.Contains("authorships")) =>
                new SavedAnswerSource("OpenAlex", OpenAlexWorks.Read),
            _ when names.Contains("message") && (names.Contains("message-type") || names.Contains("message-version")) =>
                new SavedAnswerSource("Crossref", CrossrefWorks.Read),
            _ when names.Contains("discussionId") || (isList && names.Contains("paper")) => new SavedAnswerSource("Hugging Face", DailyPapers.Read),
            _ when names.Contains("esearchresult") => new SavedAnswerSource("PubMed", _ => throw new SourceException(
                SourceFailure.Misunderstood, "This is PubMed's list of numbers, which holds no papers. Save what efetch answers to them, as XML.")),
            _ when isList && names.Contains("type") && (names.Contains("issued") || names.Contains("container-title") || names.Contains("author")) =>
                Csl(),
            _ when !isList && names.Contains("items") && !names.Contains("title") => Csl(),
            _ => null,
        };
    }

    private static SavedAnswerSource Csl() => new("CSL-JSON", body => CslItems.Read(body, CslItems.Source, "the reference manager"));

    /// <summary>The names of the fields of the first object, as far as the head goes; none where more objects follow, one a line.</summary>
    private static (HashSet<string> Names, bool IsList) FirstObject(string head)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(head);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, AllowMultipleValues = true }));
        try
        {
            if (!reader.Read())
                return (names, false);
            var isList = reader.TokenType == JsonTokenType.StartArray;
            if (isList && !reader.Read())
                return (names, true);
            if (reader.TokenType != JsonTokenType.StartObject)
                return (names, isList);
            while (true)
            {
                if (!reader.Read())
                    return (names, isList);
                if (reader.TokenType != JsonTokenType.PropertyName)
                    break;
                names.Add(reader.GetString()!);
                if (!reader.Read() || !reader.TrySkip())
                    return (names, isList);
            }

            return !isList && reader.Read() ? ([], false) : (names, isList);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (names, false);
        }
    }

    [GeneratedRegex(@"^\s*(?:<\?xml[^>]{0,200}\?>)?(?:\s|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>\[]{0,300}>)*<(?:[\w\-]+:)?(?<name>[\w\-]+)[\s>]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Root();
}
