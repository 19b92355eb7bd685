using PaperBot.Answering;
using PaperBot.Answering.Conversations;
using PaperBot.Bot.Rendering;
using PaperBot.Papers;
using PaperBot.Retrieval;
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
        var latest = papers.Latest(Looked).Where(paper => paper is { Abstract.Length: > 0, Withdrawn: false }).ToList();
        var prompts = new List<SuggestedPrompt>();
        if (await QuestionAsync(latest, cancellationToken).ConfigureAwait(false) is { } question)
            prompts.Add(new(question, question));
        if (latest is [var first, ..] && Name(first, message => understand.Of($"Summarize {message}", []) is Understood.SummarizePapers { Papers: [var only] } && only.Key == first.Key) is { } one)
            prompts.Add(Of($"Summarize {one}"));
        if (latest is [var a, var b, ..] && $"Compare {a.Key.Id} and {b.Key.Id}" is var pair && understand.Of(pair, []) is Understood.ComparePapers { Papers.Count: 2 })
            prompts.Add(new($"Compare the two newest papers", pair));
        if (latest is [.., var last] && last != latest[0] && $"Papers similar to {last.Key.Id}" is var similar && understand.Of(similar, []) is Understood.SimilarTo)
            prompts.Add(new(Shortened.To($"Papers like “{Title(last)}”", LongestTitle), similar));
        if (prompts.Count < Most)
            prompts.Add(new("What can you do?", "What can you do?"));
        return [.. prompts.Take(Most)];
    }

    /// <summary>A question that the library answers; null when none was found.</summary>
    public async Task<string?> QuestionAsync(CancellationToken cancellationToken) =>
        await QuestionAsync([.. papers.Latest(Looked).Where(paper => paper is { Abstract.Length: > 0, Withdrawn: false })], cancellationToken).ConfigureAwait(false);

    private async Task<string?> QuestionAsync(List<Paper> latest, CancellationToken cancellationToken)
    {
        foreach (var paper in latest)
        {
            if (SpokenOf.Name(paper) is not { } name)
                continue;
            foreach (var question in (string[])[$"What is {name}?", $"How does {name} work?", $"What results does {name} report?"])
            {
                var answer = await ask.AnswerAsync(question, cancellationToken).ConfigureAwait(false);
                if (answer.Refusal is null && answer.Citations.Any(citation => citation.Paper.Key == paper.Key))
                    return question;
            }
        }

        return null;
    }

    private static string? Name(Paper paper, Func<string, bool> works) => (string[])[Title(paper), paper.Key.Id, paper.Key.Value] switch
    {
        var names => names.FirstOrDefault(works),
    };

    private static SuggestedPrompt Of(string message) => new(Shortened.To(message, LongestTitle), message);

    private static string Title(Paper paper) => LatexText.ToReadable(paper.Title);
}
