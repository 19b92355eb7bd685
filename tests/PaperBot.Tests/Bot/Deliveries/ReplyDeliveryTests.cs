using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.Bot;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;

namespace PaperBot.Tests.Bot.Deliveries;

public sealed class ReplyDeliveryTests : IDisposable
{
    private const string Channel = "C1";

    private readonly TemporaryFolder _folder = new();
    private readonly MemorySlack _slack = new();
    private readonly EagerTime _time = new();
    private readonly string _question;
    private int _made;
    private ReplyFile? _file;
    private bool _tells;
    private bool _fails;

    public ReplyDeliveryTests() => _question = _slack.Say(Channel, null, "U1", "How does SPANN search?");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Send_InAThread_StreamsTheSentencesAndEndsWithTheRest()
    {
        await SendAsync();

        var answer = Assert.Single(Answers());
        Assert.Equal(@"Centroids stay in memory. \[1\] 2 \* faster. \[1\]", answer.Text);
        Assert.Equal("Sources", Assert.IsType<Mrkdwn>(Assert.IsType<SectionBlock>(Assert.Single(answer.Blocks)).Text).Text);
        Assert.Equal(["chat.startStream", "chat.appendStream", "chat.stopStream"], _slack.Calls);
        Assert.NotNull(answer.Metadata);
    }

    [Fact]
    public async Task Send_OutsideOfThreads_PostsItWhole()
    {
        await SendAsync(thread: "");

        Assert.Equal(["chat.postMessage"], _slack.Calls);
        Assert.Equal(2, Assert.Single(Answers()).Blocks.Count);
    }

    [Theory]
    [InlineData("unknown_method")]
    [InlineData("missing_scope")]
    [InlineData("ratelimited")]
    public async Task Send_StreamRefused_PostsItWhole(string code)
    {
        _slack.Fault = (method, _, landed) => method != "chat.startStream" || landed ? null
            : code == "ratelimited" ? new SlackRateLimitException(method, TimeSpan.FromSeconds(5)) : new SlackException(code, method);

        await SendAsync();

        Assert.True(IsWhole(Assert.Single(Answers())));
    }

    [Theory]
    [InlineData("chat.appendStream")]
    [InlineData("chat.stopStream")]
    public async Task Send_StreamDies_IsFinishedWhole(string dies)
    {
        var died = false;
        _slack.Fault = (method, _, _) =>
        {
            if (method != dies || died)
                return null;
            died = true;
            _slack.Messages[^1].Streaming = "errored";
            return new SlackException("message_not_in_streaming_state", method);
        };

        await SendAsync();

        Assert.True(IsWhole(Assert.Single(Answers())));
    }

    [Fact]
    public async Task Send_Again_SendsNothing()
    {
        await SendAsync();
        var calls = _slack.Calls.Count;

        await SendAsync();

        Assert.Equal(calls, _slack.Calls.Count);
        Assert.Equal(1, _made);
    }

    [Theory]
    [InlineData("")]
    [InlineData("thread")]
    public async Task Send_ProcessKilledAtAnyCall_IsSaidOnceAndWhole(string thread)
    {
        // The longest way, a stream that dies and is finished by hand, has fewer calls than this.
        for (var at = 0; at < 12; at++)
            foreach (var landed in (bool[])[false, true])
                foreach (var second in (int[])[int.MaxValue, at + 1, at + 2, at + 3])
                {
                    using var attempt = new ReplyDeliveryTests();
                    await attempt.KillAndResumeAsync(thread.Length > 0, at, second, landed);
                    Assert.Equal(1, attempt._made);
                }
    }

    [Fact]
    public async Task Send_ToldWhileItIsMade_IsStreamedAndEndsWithTheRest()
    {
        _tells = true;

        await SendAsync();

        Assert.Equal(@"Centroids stay in memory. \[1\] 2 \* faster. \[1\]", Assert.Single(Answers()).Text);
        Assert.Equal(["chat.startStream", "chat.appendStream", "chat.stopStream"], _slack.Calls);
    }

    [Fact]
    public async Task Send_ToldWhileItIsMade_KilledAtAnyCall_IsSaidOnceAndWhole()
    {
        for (var at = 0; at < 12; at++)
            foreach (var landed in (bool[])[false, true])
                foreach (var second in (int[])[int.MaxValue, at + 1, at + 2, at + 3])
                {
                    using var attempt = new ReplyDeliveryTests { _tells = true };
                    await attempt.KillAndResumeAsync(thread: true, at, second, landed);
                }
    }

    [Theory]
    [InlineData("connection_failed", false, true)]
    [InlineData("http_503", false, true)]
    [InlineData("message_not_in_streaming_state", false)]
    public async Task Send_ToldWhileItIsMade_StreamFails_IsSaidOnceAndWhole(string code, params bool[] afterwards)
    {
        for (var at = 0; at < 4; at++)
            foreach (var landed in afterwards)
            {
                using var attempt = new ReplyDeliveryTests { _tells = true };
                attempt._slack.Fault = (method, number, after) => number == at && after == landed ? new SlackException(code, method) : null;

                await attempt.SendAsync();

                attempt.SaidOnce($"{code} at call {at}, landed: {landed}");
            }
    }

    [Fact]
    public async Task Send_MakingFailsAfterTheFirstSentence_LeavesNoStreamOpenAndIsFinishedLater()
    {
        (_tells, _fails) = (true, true);
        await Assert.ThrowsAsync<InvalidDataException>(() => SendAsync());
        Assert.Equal("chat.stopStream", _slack.Calls[^1]);
        Assert.Null(Assert.Single(Answers()).Metadata);

        _fails = false;
        await SendAsync();

        SaidOnce("made again");
    }

    [Theory]
    [InlineData("connection_failed")]
    [InlineData("http_503")]
    [InlineData("timeout")]
    public async Task Send_AnswersLost_IsSaidOnceAndWhole(string code)
    {
        for (var at = 0; at < 6; at++)
            foreach (var landed in (bool[])[false, true])
                foreach (var thread in (bool[])[false, true])
                {
                    using var attempt = new ReplyDeliveryTests();
                    attempt._slack.Fault = (method, number, after) => number == at && after == landed ? new SlackException(code, method) : null;

                    await attempt.SendAsync(thread ? attempt._question : "");

                    attempt.SaidOnce($"{code} at call {at}, landed: {landed}, in a thread: {thread}");
                }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_WithAFile_KilledAtAnyCall_SendsBothOnce(bool landed)
    {
        for (var at = 0; at < 6; at++)
        {
            using var attempt = new ReplyDeliveryTests { _file = ReplyFile.OfText("papers.bib", "Papers", "@article{a}") };

            await attempt.KillAndResumeAsync(thread: false, at, int.MaxValue, landed);

            Assert.Single(attempt._slack.Messages, message => message.File == "papers.bib");
        }
    }

    [Fact]
    public async Task Send_FileRefused_SaysSo()
    {
        _file = ReplyFile.OfText("papers.bib", "Papers", "@article{a}");
        _slack.Fault = (method, _, _) => method == "files.upload" ? new SlackException("missing_scope", method) : null;

        await SendAsync("");

        Assert.Equal([Text, "I could not send the file here."], _slack.Messages.Skip(1).Select(message => message.Text));
    }

    [Fact]
    public async Task Send_ChannelArchived_IsToldAsUnreachable()
    {
        _slack.Fault = (method, _, _) => new SlackException("is_archived", method);

        var sent = await SendAsync("");

        Assert.Equal("is_archived", Assert.IsType<Sent.Unreachable>(sent).Code);
    }

    [Fact]
    public async Task Send_BlocksRefused_SendsTheText()
    {
        _slack.Fault = (method, number, _) => number == 0 ? new SlackException("msg_blocks_too_long", method) : null;

        await SendAsync("");

        var answer = Assert.Single(Answers());
        Assert.Empty(answer.Blocks);
        Assert.Equal(Text, answer.Text);
    }

    private async Task KillAndResumeAsync(bool thread, int at, int second, bool landed)
    {
        var kills = new HashSet<int> { at, second };
        _slack.Fault = (_, number, after) => kills.Contains(number) && after == landed ? new KilledException() : null;
        for (var life = 0; life < 3; life++)
        {
            try
            {
                await SendAsync(thread ? _question : "");
                break;
            }
            catch (KilledException)
            {
                // The next life begins.
            }
        }

        SaidOnce($"killed at calls {at} and {second}, landed: {landed}, in a thread: {thread}");
    }

    private void SaidOnce(string how)
    {
        var answers = Answers();
        Assert.True(answers.Count == 1, $"{answers.Count} answers when {how}");
        Assert.True(IsWhole(answers[0]) || answers[0] is { Blocks.Count: 1, Streaming: "completed", Metadata: not null }, $"not whole when {how}");
    }

    private static bool IsWhole(MemorySlack.Kept answer) =>
        answer is { Blocks.Count: 2, Metadata: not null, Streaming: not "in_progress" } && answer.Text == Text;

    private List<MemorySlack.Kept> Answers() => [.. _slack.Messages.Where(message => message.User == MemorySlack.Self && message.File is null)];

    private const string Text = "Centroids stay in memory. [1] 2 * faster. [1]";

    private Task<Sent> SendAsync(string? thread = null)
    {
        // As after a start: nothing is remembered but what is stored.
        var replies = new ReplyStore(_folder.Library(), _time);
        var delivery = new ReplyDelivery(
            _slack, replies, new EarlierMessages(_slack, new BotIdentity(_slack), replies), new ReplyStream(_slack, NullLogger<ReplyStream>.Instance),
            new StreamedStatements(_folder.Papers()), _time,
            NullLogger<ReplyDelivery>.Instance);
        return delivery.SendAsync(
            new Outgoing($"{Channel}:{_question}", new Place("T1", Channel, thread ?? _question, "U1", IsPrivate: false), _question),
            async (tell, _) =>
            {
                var reply = Make();
                foreach (var statement in _tells ? reply.Statements : [])
                    await tell(statement);
                return _fails ? throw new InvalidDataException() : new Made(reply, "How does SPANN search?");
            },
            CancellationToken.None);
    }

    private Reply Make()
    {
        _made++;
        var paper = PaperKey.Arxiv("2111.08566");
        return new Reply(
            $"r{_made}", ReplyKind.Answer, Text,
            [new SectionBlock { Text = new Mrkdwn(Text) }, new SectionBlock { Text = new Mrkdwn("Sources") }], [paper],
            [
                new Statement("Centroids stay in memory.", [new Quotation(1, paper, "Centroids stay in memory.")]),
                new Statement("2 * faster.", [new Quotation(1, paper, "2 * faster.")]),
            ])
        { SpokenBlocks = 1, File = _file };
    }

    private sealed class KilledException : Exception;
}
