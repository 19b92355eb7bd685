using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PaperBot.Ingestion.Sources.Web;

namespace PaperBot.Ingestion.Sources.Zotero;

/// <summary>A library of Zotero, https://www.zotero.org/support/dev/web_api/v3/basics: all of it, or one collection.</summary>
internal sealed partial class ZoteroSource(SourceClients clients, IOptions<SourcesOptions> options) : IRemoteSource
{
    public const string SiteName = "Zotero";

    private const string Source = "zotero";
    private const string KeySetting = "Sources:ZoteroKey";
    private const int LargestPage = 100;

    private readonly SourceClient _client = clients.Of(new SourceSite(SiteName, TimeSpan.FromSeconds(1), KeySetting));

    public string Scheme => "zotero";

    /// <summary>It means the library of the settings.</summary>
    public bool TakesNothing => true;

    public string Name => SiteName;

    public bool IsWhole(string what) => true;

    public IReadOnlyList<string> Examples => ["zotero:users/123456", "zotero:groups/123456", "zotero:groups/123456/collections/ABCD2345"];

    /// <summary>The cursor is where the next page starts, the version to which only changes are asked for, and that of the library now.</summary>
    public async Task<SourcePage> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var library = request.What.Length > 0 ? request.What : options.Value.ZoteroLibrary;
        if (library is null || !Library().IsMatch(library))
            throw new SourceException(SourceFailure.Misunderstood,
                $"Zotero needs the number of a library: {string.Join(", ", Examples)}; " +
                "or set Sources:ZoteroLibrary, which zotero: alone then means.");
        var items = new Uri($"{options.Value.Zotero.TrimEnd('/')}/{library}/items/top");
        var (start, since, version) = request.Cursor?.Split(' ') is [var first, var second, var third]
            ? (first, second, third) : ("0", request.Known?.Invoke(items)?.ETag ?? "0", "");
        var changes = since == "0" ? "" : $"&since={since}";
        var asked = $"format=csljson&itemType=-attachment&sort=dateModified&start={start}&limit={LargestPage}{changes}";
        var answer = await _client.GetAsync(new Uri($"{items}?{asked}"), cancellationToken, null, Headers()).ConfigureAwait(false);
        if (answer.Kind == SourceAnswerKind.NotFound)
            throw new SourceException(SourceFailure.Misunderstood,
                $"Zotero has no library {library}. Check its number; your own is at zotero.org/settings/keys.");

        var page = CslItems.Read(answer.Body, Source, SiteName);
        version = version.Length > 0 ? version : answer.Headers.GetValueOrDefault("Last-Modified-Version", "0");
        long? total = long.TryParse(answer.Headers.GetValueOrDefault("Total-Results"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var count) ? count : null;
        var next = int.Parse(start, CultureInfo.InvariantCulture) + LargestPage;
        var hasMore = page.Records.Count > 0 && (total is null ? page.Records.Count == LargestPage : total > next);
        return page with
        {
            Total = total,
            Next = hasMore ? string.Create(CultureInfo.InvariantCulture, $"{next} {since} {version}") : null,
            // The library's version is known to hold only when all of it was read.
            Validator = hasMore ? null : new Validator(items.AbsoluteUri, version, null),
        };
    }

    private (string, string)[] Headers() => SourceKey.Read(options.Value.ZoteroKey, options.Value.ZoteroKeyFile, KeySetting) is { } key
        ? [("Zotero-API-Version", "3"), ("Zotero-API-Key", key)] : [("Zotero-API-Version", "3")];

    [GeneratedRegex("^(?:users|groups)/[0-9]{1,12}(?:/collections/[A-Z0-9]{8})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Library();
}
