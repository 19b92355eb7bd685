using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PaperBot.LanguageModels.Decorators;

namespace PaperBot.Host;

/// <summary>
/// Sends the traces and metrics of the language model's calls (https://opentelemetry.io/docs/specs/semconv/gen-ai/) to a collector of the team's,
/// by OTLP over HTTP. Names, counts, times and failures are in them, and no texts.
/// </summary>
internal static class TelemetryExport
{
    private const string ServiceName = "paperbot";

    /// <param name="collector">Its address, such as http://127.0.0.1:4318; nothing is sent without one.</param>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, string? collector)
    {
        if (string.IsNullOrWhiteSpace(collector))
            return services;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName))
            .WithTracing(traces => traces.AddSource(Decorated.Source).AddOtlpExporter(export => To(export, collector, "traces")))
            .WithMetrics(metrics => metrics.AddMeter(Decorated.Source).AddOtlpExporter(export => To(export, collector, "metrics")));
        return services;
    }

    // The exporter appends the path to an address of the environment alone.
    private static void To(OtlpExporterOptions export, string collector, string signal) =>
        (export.Protocol, export.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri($"{collector.TrimEnd('/')}/v1/{signal}"));
}
