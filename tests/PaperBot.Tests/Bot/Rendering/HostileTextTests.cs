using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PaperBot.Answering;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack.Blocks;

namespace PaperBot.Tests.Bot.Rendering;

/// <summary>Papers that nobody wrote for a chat: whatever is in them, the messages are ones that Slack takes, and nothing in them becomes markup.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "<!channel>", "<https://evil.example|click>", "|", "<", ">", "&", "&amp;", "*bold*", "_", "~", "`", "```", ":smile:", "https://evil.example/x", "\u202Eevil\u202C",
        "שלום", "👩‍🔬", "\uD83D", "e\u0301\u0301\u0301", "$\\frac{1}{2}$", "\\textbf{x}", "\n\n", "\u0007", "\u2028", "word ", "a", "@here ", "🙂", "]", ")", "[1]",
    ];

    private static readonly Gen<string> Text =
        from pieces in Gen.Elements(Pieces).ListOf(6)
        from times in Gen.Elements(0, 1, 1, 1, 3, 40, 400, 2_000)
        select string.Concat(Enumerable.Repeat(string.Concat(pieces), times));

    private static readonly Gen<Paper> AnyPaper =
        from title in Text
        from text in Text
        from name in Text
        from authors in Gen.Elements(0, 1, 4, 300)
        from venue in Text
        from url in Gen.Elements(null, "https://example.org/a|b>c", "javascript:alert(1)", "https://e.org/" + new string('&', 700), "http://[", "https://example.org/?a=1&b=2")
        from key in Gen.Choose(1, 1_000_000)
        select new Paper
        {
            Key = new PaperKey($"local:{key}"),
            Title = title,
            Abstract = text,
            Authors = [.. Enumerable.Repeat(name, authors)],
            Venue = venue,
            Url = url,
            Source = "test",
            Categories = [venue, name],
        };

    [Property(MaxTest = 25)]
    public Property EachKindOfMessage_AnyText_IsOneThatSlackTakes() => Prop.ForAll(
        Arb.From(from papers in AnyPaper.ListOf(6) from words in Text select new Some([.. papers], words)), any =>
        {
            foreach (var reply in Replies(any.Papers, any.Words))
                AssertTaken(reply);
        });

    [Property(MaxTest = 300)]
    public Property Mrkdwn_AnyText_IsEscapedAndShort() => Prop.ForAll(Arb.From(from text in Text from most in Gen.Choose(1, 400) select (text, most)), any =>
    {
        var shown = SafeText.Mrkdwn(any.text, any.most);

        Assert.True(shown.Length <= any.most);
        Assert.DoesNotContain('<', shown);
        Assert.DoesNotContain('>', shown);
        Assert.DoesNotContain("://", shown, StringComparison.Ordinal);
        Assert.DoesNotMatch("&(?!amp;|lt;|gt;)", shown);
        Assert.True(SafeText.Line(any.text, any.most).Length <= any.most);
    });

    [Theory]
    [InlineData("a <b> & c", 40, "a &lt;b&gt; &amp; c")]
    [InlineData("several words that do not fit", 16, "several words…")]
    [InlineData("&&&&", 11, "&amp;&amp;…")]
    [InlineData("*not bold* A* ~x~ `y` :tada: 10:30:00", 60, "∗not bold* A* ∼x~ ˋy` ꞉tada: 10꞉30:00")]
    [InlineData("🙂🙂🙂", 5, "🙂🙂…")]
    public void Mrkdwn_KnownText_ReadsSo(string text, int most, string shown) => Assert.Equal(shown, SafeText.Mrkdwn(text, most));

    /// <summary>What fails is told by its seed; it is long.</summary>
    private sealed record Some(Paper[] Papers, string Words)
    {
        public override string ToString() => $"{Papers.Length} papers";
    }

    private static IEnumerable<Reply> Replies(Paper[] papers, string words)
    {
        var id = ReplyId.New();
        var wording = new Wording("/papers");
        var aspects = Enumerable.Range(0, CompareReader.MostAspects).Select(i => $"{i}{words}").ToList();
        var answer = AnswerReply.Of(id, new Answer(
            [.. papers.Select((paper, i) => new AnswerSentence(paper.Abstract, [i + 1]))], [.. papers.Select((paper, i) => new Citation(i + 1, paper, paper.Abstract))], Answer.LocalMode,
            Notice: SearchNotice.MissingModel, IsFromOtherPapers: true));
        yield return answer;
        yield return QuotesReply.Of(id, answer, key => Array.Find(papers, paper => paper.Key == key));
        yield return QuotesReply.Of(id, answer, _ => null);
        yield return PapersReply.Of(
            id, ReplyKind.Papers, $"Papers on “{SafeText.Mrkdwn(words, 300)}”", [.. papers.Select(paper => new ListedPaper(paper, paper.Abstract, words))],
            more: new ButtonValue.MoreFound(6, words), note: "note");
        var compared = ComparisonReply.Of(id, new Comparison(
            papers, [.. aspects.Select(aspect => new ComparisonRow(aspect, [.. papers.Select(paper => new ComparisonCell(paper.Key, paper.Abstract))]))],
            [.. aspects], [$"Only *{papers[0].Title}* says {words}."]));
        yield return compared;
        yield return QuotesReply.Of(id, compared, key => Array.Find(papers, paper => paper.Key == key));
        foreach (var count in new[] { 1, 6 })
            yield return SummaryReply.Of(id, [.. papers.Take(count).Select(paper => new Summary(paper, paper.Abstract, [.. aspects.Take(5).Select(aspect => new SummaryPoint(aspect, paper.Abstract))]))]);
        yield return PaperCard.Of(id, papers[0] with { Withdrawn = true });
        yield return ExportReply.Of(id, ExportFormat.BibTeX, papers, 3, isPrivate: true);
        yield return NoticeReply.Of(id, wording.On(new PaperLookup.UnknownTitle(words, LibraryIsEmpty: false)));
        yield return NoticeReply.Of(id, wording.On(new Refusal(RefusalKind.NeverMentioned) { Words = [words, words] }));
        yield return SharedReply.Of(ReplyId.New(), new SavedReply(answer, new Place("T", "C", "", "U", true), "", words, DateTimeOffset.UnixEpoch));
    }

    // What Slack checks and the blocks' records do not: what belongs to the message as a whole.
    private static void AssertTaken(Reply reply)
    {
        Assert.InRange(reply.Blocks.Count, 1, 48);
        Assert.InRange(reply.Text.Length, 1, 40_000);
        var json = SlackGolden.Json(reply.Blocks);
        Assert.InRange(json.Length, 1, 60_000);
        var actions = reply.Blocks.SelectMany(block => block switch
        {
            ActionsBlock row => row.Elements.OfType<ActionElement>(),
            SectionBlock { Accessory: ActionElement accessory } => [accessory],
            ContextActionsBlock row => row.Elements.OfType<ActionElement>(),
            _ => [],
        }).Select(element => element.ActionId).ToList();
        Assert.Equal(actions.Count, actions.Distinct().Count());
        foreach (var table in reply.Blocks.OfType<TableBlock>())
            Assert.InRange(table.Rows.Sum(row => row.Sum(Length)), 1, 10_000);
        Assert.DoesNotContain("<!channel", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("://evil", reply.Text, StringComparison.Ordinal);
        foreach (var text in reply.Blocks.SelectMany(Marked))
        {
            Assert.DoesNotContain("<!", text.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("://evil", text.Text, StringComparison.Ordinal);
        }
    }

    private static int Length(TableCell cell) => cell switch
    {
        RawText raw => raw.Text.Length,
        RichTextCell rich => rich.Elements.OfType<RichTextSection>().Sum(section => section.Elements.OfType<RichText>().Sum(text => text.Text.Length)),
        _ => throw new InvalidOperationException(),
    };

    private static IEnumerable<Mrkdwn> Marked(Block block) => block switch
    {
        SectionBlock { Text: Mrkdwn text } => [text],
        ContextBlock context => context.Elements.OfType<Mrkdwn>(),
        _ => [],
    };
}
