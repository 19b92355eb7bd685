using System.CommandLine;
using PaperBot.Answering;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Answers a question, or a file of them.</summary>
internal sealed class AskVerb : Verb
{
    private readonly Argument<string[]> _question;

    public AskVerb()
        : base(
            "ask", "Answer a question from the abstracts of the library, each sentence with its source",
            "paperbot ask \"How does SPANN search a billion vectors?\"",
            "paperbot ask \"which papers forecast stock prices since:2020\"",
            "paperbot ask --json \"How does SPANN search a billion vectors?\"",
            "paperbot ask --batch questions.jsonl --json")
    {
        _question = AddWords("QUESTION", "What you want to know. Conditions narrow the papers: author:, since:, until:, venue:, category:, source:");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var question = run.Text(_question) ?? throw Missing("a question");
        var answer = await run.Get<Ask>().AnswerAsync(question, cancellationToken).ConfigureAwait(false);
        if (run.Output.IsJson)
            run.Output.WriteJson(AnswerDocument.Of(null, question, answer, run.ElapsedMs), TerminalJson.Documents.AnswerDocument);
        else
            AnswerView.Write(run.Output, answer);
        return ExitCode.Ok;
    }
}
