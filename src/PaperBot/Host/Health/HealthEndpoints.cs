using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Host.Health;

/// <summary>
/// <c>/healthz</c> says that the process lives; <c>/readyz</c> whether the bot can do its work, with 503 when it cannot. Neither holds a secret.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/healthz", (RequestDelegate)(context => context.Response.WriteAsJsonAsync(new LifeReport("alive"), HealthJson.Default.LifeReport)));
        app.MapGet("/readyz", (RequestDelegate)(context =>
        {
            var report = context.RequestServices.GetRequiredService<Readiness>().Look();
            context.Response.StatusCode = report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.CacheControl = "no-store";
            return context.Response.WriteAsJsonAsync(report, HealthJson.Default.ReadinessReport);
        }));
    }
}

internal sealed record LifeReport(string Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LifeReport))]
[JsonSerializable(typeof(ReadinessReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
