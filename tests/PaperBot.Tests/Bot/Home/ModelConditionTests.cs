using Microsoft.Extensions.Time.Testing;
using PaperBot.Bot.Home;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Usage;

namespace PaperBot.Tests.Bot.Home;

public sealed class ModelConditionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly UsageStore _usage;
    private readonly LanguageModelOptions _options = new() { Provider = "openai", Model = "gpt-x", ApiKey = "sk-hidden", TokensPerDay = 100_000 };

    public ModelConditionTests() => _usage = new UsageStore(_folder.Library(), _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_NoModel_SaysThatNothingLeaves() =>
        Assert.Equal(
            new Condition(true, "Answers: local, in the abstracts' own words. Nothing leaves this machine."),
            ModelCondition.Of(new LanguageModelOptions(), _usage, _time.GetUtcNow()));

    [Fact]
    public void Of_ModelThatIsWell_TellsWhatItUsed()
    {
        _usage.Record("U1", "gpt-x", 1_000, 234);

        Assert.Equal(new Condition(true, "Answers: written by openai gpt-x; 1,234 of 100,000 tokens used today (UTC)."), Look());
    }

    [Fact]
    public void Of_ModelThatFailed_TellsWhyForADayAndWarnsForAnHour()
    {
        _usage.Record("U1", "gpt-x", 0, 0, new LanguageModelException(LanguageModelFailure.Unavailable, "openai is in trouble of its own."));

        Assert.False(Look().IsWell);
        Assert.EndsWith(
            "Last not answered at 2026-03-01 12:00 UTC, when the abstracts' own words took its place: openai is in trouble of its own.", Look().Words,
            StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromHours(1));
        Assert.True(Look().IsWell);
        Assert.Contains("in trouble", Look().Words, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromHours(23));
        Assert.EndsWith("tokens used today (UTC).", Look().Words, StringComparison.Ordinal);
    }

    private Condition Look() => ModelCondition.Of(_options, _usage, _time.GetUtcNow());
}
