using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;

namespace PaperBot.Ingestion.Sources.Web;

/// <summary>The one client of each source, so that all who ask it keep its pace together.</summary>
internal sealed class SourceClients(IOptions<SourcesOptions> options, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<SourceClient>> _clients = new(StringComparer.Ordinal);

    public SourceClient Of(SourceSite site) =>
        _clients.GetOrAdd(site.Name, _ => new Lazy<SourceClient>(() => new SourceClient(site, options.Value, Connect(), time))).Value;

    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
            client.Value.Dispose();
    }

    private static HttpClient Connect() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        MaxConnectionsPerServer = 1,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
