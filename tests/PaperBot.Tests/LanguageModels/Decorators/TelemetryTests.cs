using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperBot.Host;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Decorators;

namespace PaperBot.Tests.LanguageModels.Decorators;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Call_IsTracedWithoutItsTexts()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Counts(1234321, 40, "Sand")));
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Decorated.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (seen)
                    seen.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);

        await model.AskAsync("a hidden question", "U-hidden");

        Activity[] all;
        lock (seen)
            all = [.. seen];
        var span = Assert.Single(all, activity => activity.GetTagItem("gen_ai.operation.name") is "chat" && activity.GetTagItem("gen_ai.usage.input_tokens") is (1234321L or 1234321));
        Assert.Equal("chat", span.GetTagItem("gen_ai.operation.name"));
        Assert.Equal(40, Convert.ToInt32(span.GetTagItem("gen_ai.usage.output_tokens"), CultureInfo.InvariantCulture));
        Assert.DoesNotContain("hidden", string.Join(' ', span.TagObjects.Select(tag => $"{tag.Value}")), StringComparison.Ordinal);
        Assert.DoesNotContain("Sand", string.Join(' ', span.TagObjects.Select(tag => $"{tag.Value}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_IsLoggedOnce_WithoutTheTextsOfItsCall()
    {
        using var log = new StringWriter();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(new LogLines(log, TimeProvider.System)));
        using var model = new DecoratedModel(
            new ScriptedModel(ScriptedModel.Fails(new HttpRequestException("sk-hidden", null, HttpStatusCode.Unauthorized))), loggers: loggers);

        await model.AskAsync("a hidden question", "U-hidden");

        Assert.Contains("openai does not accept the key", Assert.Single(log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FunctionThatAModelMakesUp_IsInNoLog()
    {
        using var log = new StringWriter();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(new LogLines(log, TimeProvider.System)));
        using var model = new DecoratedModel(new ScriptedModel(_ => Calls("a hidden question"), ScriptedModel.Says("Sand.")), loggers: loggers);

        var response = await model.Client.GetStreamingResponseAsync(
            "why?", new ChatOptions { Tools = [AIFunctionFactory.Create(() => "sand", "search_papers")] }).ToChatResponseAsync();

        Assert.EndsWith("Sand.", response.Text, StringComparison.Ordinal);
        Assert.Empty(log.ToString());

        static async IAsyncEnumerable<ChatResponseUpdate> Calls(string name)
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent("c1", name)]) { FinishReason = ChatFinishReason.ToolCalls };
        }
    }

    [Fact]
    public async Task Calls_AreMeasured_HowLongTheyTook_HowManyTokens_AndWhatFailed()
    {
        using var model = new DecoratedModel(new ScriptedModel(
            ScriptedModel.Counts(7654567, 41, "Sand"), ScriptedModel.Fails(new HttpRequestException("sk-hidden", null, HttpStatusCode.Unauthorized))));
        var measured = new List<(string Name, double Value, string Tags)>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => Listen(instrument, self) };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();

        await model.AskAsync("a hidden question", "U-hidden");
        await model.AskAsync("a hidden question", "U-hidden");

        lock (measured)
        {
            Assert.Contains(measured, one => one is { Name: "gen_ai.client.token.usage", Value: 7654567 } && one.Tags.Contains("gen_ai.token.type=input", StringComparison.Ordinal));
            Assert.Contains(measured, one => one is { Name: "gen_ai.client.token.usage", Value: 41 } && one.Tags.Contains("gen_ai.token.type=output", StringComparison.Ordinal));
            Assert.Contains(measured, one => one.Name == "gen_ai.client.operation.duration" && one.Tags.Contains("gen_ai.operation.name=chat", StringComparison.Ordinal));
            Assert.Contains(measured, one => one.Name == "gen_ai.client.operation.duration" && one.Tags.Contains($"error.type={typeof(LanguageModelException)}", StringComparison.Ordinal));
            Assert.DoesNotContain(measured, one => one.Tags.Contains("hidden", StringComparison.Ordinal));
        }

        static void Listen(Instrument instrument, MeterListener self)
        {
            if (instrument.Meter.Name == Decorated.Source)
                self.EnableMeasurementEvents(instrument);
        }

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (measured)
                measured.Add((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        }
    }
}
