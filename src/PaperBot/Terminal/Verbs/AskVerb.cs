using System.CommandLine;
using System.Text.Json;
using PaperBot.Answering;
using PaperBot.LanguageModels;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;
using Spectre.Console;

namespace PaperBot.Terminal.Verbs;

/// <summary>Answers a question, or a file of them.</summary>
internal sealed class AskVerb : Verb
{
    private readonly Argument<string[]> _question;
    private readonly Option<string?> _batch;

    public AskVerb()
        : base(
            "ask", "Answer a question from the abstracts of the library, each sentence with its source",
            "paperbot ask \"How does SPANN search a billion vectors?\"",
            "paperbot ask \"which papers forecast stock prices since:2020\"",
            "paperbot ask --json \"How does SPANN search a billion vectors?\"",
            "paperbot ask --batch questions.jsonl --json")
    {
        _question = AddWords("QUESTION", "What you want to know. Conditions narrow the papers: author:, since:, until:, venue:, category:, source:");
        _batch = AddText("--batch", "FILE", "Answer the questions of a file, {\"id\", \"question\"} a line; - is standard input");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        // Wrong settings and prompts are told before anything is loaded.
        run.Get<LanguageModel>();
        var question = run.Text(_question);
        if (run.Value(_batch) is { } file)
            return question is null
                ? await AnswerBatchAsync(run, file, cancellationToken).ConfigureAwait(false)
                : throw new UsageException("Ask one question, or give a file of them with --batch, not both.");
        if (question is null)
            throw Missing("a question");
        var canFindByMeaning = await run.Get<FirstUse>().PrepareAsync(cancellationToken).ConfigureAwait(false);
        var notice = await AnswerAsync(run, null, question, cancellationToken).ConfigureAwait(false);
        if (canFindByMeaning && notice is not null)
            run.Output.Notice(notice);
        return ExitCode.Ok;
    }

    private static async Task<int> AnswerBatchAsync(VerbRun run, string file, CancellationToken cancellationToken)
    {
        await using var stream = InputFile.Open(file, run.Output.Streams);
        await run.Get<FirstUse>().PrepareAsync(cancellationToken).ConfigureAwait(false);
        var exitCode = ExitCode.Ok;
        await foreach (var line in QuestionBatch.ReadAsync(stream, cancellationToken).ConfigureAwait(false))
        {
            if (line.Question is null)
            {
                run.Output.Failure(line.Problem ?? "");
                exitCode = ExitCode.Fault;
                continue;
            }

            if (!run.Output.IsJson)
                run.Output.Write(new Paragraph($"{PaperText.Readable(line.Question)}\n", Styles.Strong));
            await AnswerAsync(run, line.Id, line.Question, cancellationToken).ConfigureAwait(false);
            if (!run.Output.IsJson)
                run.Output.WriteLine();
        }

        return exitCode;
    }

    /// <returns>What the person should know of how it was answered; null when there is nothing to tell.</returns>
    private static async Task<string?> AnswerAsync(VerbRun run, JsonElement? id, string question, CancellationToken cancellationToken)
    {
        var start = run.Time.GetTimestamp();
        var answer = await run.Get<Ask>().AnswerAsync(question, cancellationToken).ConfigureAwait(false);
        if (run.Output.IsJson)
            run.Output.WriteJson(AnswerDocument.Of(id, question, answer, run.MillisecondsSince(start)), TerminalJson.Documents.AnswerDocument);
        else
            AnswerView.Write(run.Output, answer);
        // In a batch, whoever reads along sees each answer when it is there.
        run.Output.Flush();
        return Advice.On(answer.Notice);
    }
}
