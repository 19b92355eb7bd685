using System.Diagnostics;
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
        Assert.DoesNotContain("hidden", string.Join(' ', span.TagObjects.Select(tag => $"{tag.Value}")), StringComparison.Ordinal);
    }
}
