using System.Globalization;
using Microsoft.Extensions.Options;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.HuggingFace;

/// <summary>Hugging Face's daily papers: those of a day, the trending ones, and one by its arXiv identifier.</summary>
internal sealed class HuggingFaceSource(SourceClients clients, IOptions<SourcesOptions> options) : IRemoteSource
{
    public const string SiteName = "Hugging Face";

    private const int LargestPage = 100;

    private readonly SourceClient _client = clients.Of(new SourceSite(SiteName, TimeSpan.FromSeconds(1)));

    public string Scheme => "hf";

    public string Name => SiteName;

    public IReadOnlyList<string> Examples => ["hf:daily", "hf:2026-06-01", "hf:trending", "hf:2111.08566"];

    public async Task<SourcePage> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var path = request.What.ToLowerInvariant() switch
        {
            "daily" => $"daily_papers?limit={LargestPage}",
            "trending" => $"daily_papers?sort=trending&limit={Math.Min(request.Most, LargestPage)}",
            var day when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                $"daily_papers?date={day}&limit={LargestPage}",
            var id when ArxivId.TryParse(id, out var arxiv, out _) => $"papers/{arxiv}",
            _ => throw new SourceException(SourceFailure.Misunderstood,
                $"Hugging Face can be asked for a day or a paper: {string.Join(", ", Examples)}."),
        };
        var address = new Uri($"{options.Value.HuggingFace.TrimEnd('/')}/{path}");
        var answer = await _client.GetAsync(address, cancellationToken, request.Known?.Invoke(address)).ConfigureAwait(false);
        return answer.Kind == SourceAnswerKind.Found ? DailyPapers.Read(answer.Body) with { Validator = answer.Validator } : SourcePage.Empty;
    }
}
