using PaperBot.Answering;
using PaperBot.Papers;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>An answer as Slack shows it: sentences with their numbers, then the papers that the numbers stand for.</summary>
internal static class AnswerBlocks
{
    public static IReadOnlyList<Block> Of(Answer answer)
    {
        var sentences = answer.Sentences.Select(sentence =>
            $"{SlackText.Escape(LatexText.ToReadable(sentence.Text))} {string.Concat(sentence.Citations.Select(number => $"[{number}]"))}");
        var papers = answer.Citations.DistinctBy(citation => citation.Number).Select(citation => $"[{citation.Number}] {PaperLink.Mrkdwn(citation.Paper)}");
        return
        [
            new SectionBlock { Text = new Mrkdwn(string.Join(' ', sentences)) },
            new ContextBlock { Elements = [new Mrkdwn(string.Join('\n', papers))] },
        ];
    }
}
