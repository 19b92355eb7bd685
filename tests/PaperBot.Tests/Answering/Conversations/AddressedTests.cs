using FsCheck.Xunit;
using PaperBot.Answering.Conversations;
using Xunit.Abstractions;

namespace PaperBot.Tests.Answering.Conversations;

public sealed class AddressedTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("development", 0.95, 0.95)]
    [InlineData("held-out", 0.95, 0.9)]
    [InlineData("later", 0.95, 0.8)]
    public void Judge_LabelledMessages_AreToldApart(string set, double precision, double recall) => AssertQuality(
        from one in LabelledMessage.Read(set)
        let verdict = Addressed.Judge(one.Message)
        select ($"{one.Message.Text} ({verdict.Reason})", one.IsForTheBot, verdict.IsForTheBot),
        precision,
        recall);

    [Theory]
    [InlineData("development", 0.95, 0.7)]
    [InlineData("held-out", 0.95, 0.7)]
    [InlineData("later", 0.95, 0.8)]
    public void IsQuestionAboutPapers_LabelledMessages_AreToldApart(string set, double precision, double recall) => AssertQuality(
        LabelledMessage.Read(set).Select(one => (one.Message.Text, one.IsQuestion, Addressed.IsQuestionAboutPapers(one.Message.Text))), precision, recall);

    [Theory]
    [InlineData("and its memory cost?", Speaker.Bot, true, 1, VerdictReason.FollowUp)]
    [InlineData("and its memory cost?", Speaker.SomeoneElse, true, 1, VerdictReason.ForAnybody)]
    [InlineData("and its memory cost?", Speaker.Bot, true, 600, VerdictReason.ForAnybody)]
    [InlineData("summarize the second one", Speaker.Bot, false, 1, VerdictReason.Request)]
    [InlineData("PaperBot, which is newer?", Speaker.SomeoneElse, false, 600, VerdictReason.CallsTheBot)]
    [InlineData("can you review my PR, Bob?", Speaker.Bot, true, 1, VerdictReason.NamesAPerson)]
    [InlineData("can you review my PR?", Speaker.Bot, true, 1, VerdictReason.TalkBetweenPeople)]
    [InlineData("thanks!", Speaker.Bot, true, 1, VerdictReason.Courtesy)]
    [InlineData("lgtm", Speaker.Bot, true, 1, VerdictReason.Courtesy)]
    [InlineData("I'll read it tonight", Speaker.Bot, true, 1, VerdictReason.TalkBetweenPeople)]
    [InlineData("that number looks off", Speaker.Bot, true, 1, VerdictReason.Statement)]
    [InlineData("Which papers measure recall on disk?", Speaker.SomeoneElse, false, 600, VerdictReason.QuestionAboutPapers)]
    [InlineData("...", Speaker.Bot, true, 1, VerdictReason.Empty)]
    internal void Judge_Message_SaysWhy(string text, Speaker last, bool asked, int minutes, VerdictReason reason)
    {
        var verdict = Addressed.Judge(new OverheardMessage(text, NamesOthers: false, last, asked, TimeSpan.FromMinutes(minutes)));

        Assert.Equal(reason, verdict.Reason);
        Assert.Equal(reason < VerdictReason.Empty, verdict.IsForTheBot);
    }

    [Fact]
    public void Judge_SomebodyElseIsMentioned_IsLeftAlone() => Assert.Equal(
        new Verdict(false, VerdictReason.MentionsOthers),
        Addressed.Judge(new OverheardMessage("compare [1] and [2]", NamesOthers: true, Speaker.Bot, AskedBefore: true, TimeSpan.Zero)));

    [Property(MaxTest = 300)]
    public void Judge_AnyText_IsJudged(string? text)
    {
        Assert.NotNull(Addressed.Judge(new OverheardMessage(text ?? "", false, Speaker.Bot, true, TimeSpan.Zero)));
        Addressed.IsQuestionAboutPapers(text ?? "");
    }

    private void AssertQuality(IEnumerable<(string, bool, bool)> judged, double precision, double recall)
    {
        var quality = Quality.Of(judged);
        var told = $"precision {quality.Precision:0.000}, recall {quality.Recall:0.000}\n{string.Join('\n', quality.Wrong)}";
        output.WriteLine(told);

        Assert.True(quality.Precision >= precision && quality.Recall >= recall, told);
    }
}
