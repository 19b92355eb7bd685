using PaperBot.Answering;
using PaperBot.Answering.Conversations;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Assistant;

/// <summary>Things to ask, of the papers that came last. Each was tried: it is understood, and a question is answered.</summary>
internal sealed class ExamplePrompts(PaperStore papers, Understand understand, Ask ask)
{
    private const int Most = 4;
    private const int Looked = 8;
    private const int LongestTitle = 60;

    public async Task<IReadOnlyList<SuggestedPrompt>> MakeAsync(CancellationToken cancellationToken)
    {
        var latest = Latest();
        var question = await QuestionAsync(latest, cancellationToken);
        var prompts = new[] { question is null ? null : Of(question), Summary(latest), Comparison(latest), Alike(latest), Of("What can you do?") };
        return [.. prompts.OfType<SuggestedPrompt>().Take(Most)];
    }

    /// <summary>A question that the library answers; null when none was found.</summary>
    public Task<string?> QuestionAsync(CancellationToken cancellationToken) => QuestionAsync(Latest(), cancellationToken);

    private async Task<string?> QuestionAsync(IReadOnlyList<Paper> latest, CancellationToken cancellationToken)
    {
        foreach (var paper in latest)
        {
            if (SpokenOf.Name(paper) is not { } name)
                continue;
            foreach (var question in (string[])[$"What is {name}?", $"How does {name} work?", $"What results does {name} report?"])
            {
                var answer = await ask.AnswerAsync(question, cancellationToken);
                if (answer.Refusal is null && answer.Citations.Any(citation => citation.Paper.Key == paper.Key))
                    return question;
            }
        }

        return null;
    }

    private SuggestedPrompt? Summary(IReadOnlyList<Paper> latest) => latest is [var paper, ..]
        ? Works<Understood.SummarizePapers>($"Summarize {Title(paper)}") ?? Works<Understood.SummarizePapers>($"Summarize {paper.Key.Value}") : null;

    private SuggestedPrompt? Comparison(IReadOnlyList<Paper> latest) => latest is [var one, var other, ..]
        ? Works<Understood.ComparePapers>($"Compare {one.Key.Value} and {other.Key.Value}", "Compare the two newest papers") : null;

    private SuggestedPrompt? Alike(IReadOnlyList<Paper> latest) => latest is [_, _, .., var paper]
        ? Works<Understood.SimilarTo>($"Papers similar to {paper.Key.Value}", $"Papers like “{Title(paper)}”") : null;

    private SuggestedPrompt? Works<T>(string message, string? title = null)
        where T : Understood => understand.Of(message, []) is T ? Of(message, title) : null;

    private List<Paper> Latest() => [.. papers.Latest(Looked).Where(paper => paper is { Abstract.Length: > 0, Withdrawn: false })];

    private static SuggestedPrompt Of(string message, string? title = null) => new(SlackText.Shorten(title ?? message, LongestTitle), message);

    private static string Title(Paper paper) => LatexText.ToReadable(paper.Title);
}
