using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using PaperBot.Answering.Extractive.Questions;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Prompts;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Generative;

/// <summary>One answer, written by the language model sentence by sentence, each held against its abstracts before anybody sees it.</summary>
/// <param name="end">When the model's time for all of it is up.</param>
internal sealed class AnswerWriting(WrittenAnswers with, AskRequest request, DateTimeOffset end)
{
    private const int NearestPapers = 3;

    private bool _failed;

    private bool IsPossible => with.Model.IsConfigured && !_failed;

    /// <returns>The question, whole without what was said before; as it was understood without the model where the model does not help.</returns>
    public async Task<string> UnderstandAsync(CancellationToken cancellationToken)
    {
        if (!IsPossible || request.Before.Count == 0)
            return request.Question;
        try
        {
            return await StandaloneQuestion.OfAsync(request, with.Prompts[PromptName.StandaloneQuestion], with.Model.Client, end, cancellationToken)
                .ConfigureAwait(false) ?? request.Question;
        }
        catch (LanguageModelException)
        {
            _failed = true;
            return request.Question;
        }
    }

    /// <param name="quoted">What is said where the model does not write, or not to the end.</param>
    public async Task<Answer> WriteAsync(SearchQuery query, QuotedAnswer quoted, TellSentence tell, CancellationToken cancellationToken)
    {
        if (!IsPossible || quoted.Evidence.Count == 0 || IsFinal(quoted.Answer.Refusal))
            return quoted.Answer;
        var draft = new AnswerDraft(tell);
        var ending = await WriteAsync(query, quoted, draft, cancellationToken).ConfigureAwait(false);
        if (draft.Sentences.Count == 0)
            return ending == Ending.NoAnswer && !quoted.IsSure && quoted.Answer.Refusal is null ? NotStated(quoted) : quoted.Answer;
        var isFinishedLocally = ending == Ending.Failed && await FinishAsync(draft, quoted.Answer).ConfigureAwait(false);
        return new Answer(draft.Sentences, draft.Citations, with.Model.Label, Notice: quoted.Answer.Notice)
        {
            IsFinishedLocally = isFinishedLocally,
            IsFromOtherPapers = request.OnlyPapers is { Count: > 0 } only && !draft.Citations.Any(citation => only.Contains(citation.Paper.Key)),
        };
    }

    /// <summary>Whether no abstract could say otherwise.</summary>
    private static bool IsFinal(Refusal? refusal) => refusal is not null
        and not { Kind: RefusalKind.NeverMentioned or RefusalKind.NotMentionedHere or RefusalKind.NotStated or RefusalKind.NotInThosePapers };

    private async Task<Ending> WriteAsync(SearchQuery query, QuotedAnswer quoted, AnswerDraft draft, CancellationToken cancellationToken)
    {
        var shown = new ShownPapers(query.Text);
        // A quote in the place of a sentence that fails answers only where quotes answer at all.
        var taking = new SentenceTaking(with.Proof, shown, draft, mayQuote: quoted.Answer.Refusal is null);
        var reader = new SentenceReader();
        try
        {
            await foreach (var piece in StreamAsync(query, quoted.Evidence, shown, cancellationToken).ConfigureAwait(false))
            {
                // What it says before it looks something up is no part of what it says after.
                var looksUp = piece.Contents.Any(content => content is FunctionCallContent);
                await taking.TakeAsync([.. reader.Add(piece.Text), .. looksUp ? reader.End() : []], cancellationToken).ConfigureAwait(false);
                if (taking.IsEnough)
                    return Ending.Done;
            }

            await taking.TakeAsync(reader.End(), cancellationToken).ConfigureAwait(false);
            return taking.SaidNoAnswer ? Ending.NoAnswer : Ending.Done;
        }
        catch (LanguageModelException)
        {
            // Noted where the model is called, for the log and for App Home.
            return Ending.Failed;
        }
        finally
        {
            Answering.Log.Written(with.Log, taking.Stood, taking.Replaced, taking.Dropped);
        }
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        SearchQuery query, IReadOnlyList<Paper> evidence, ShownPapers shown, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prompt = with.Prompts[PromptName.Answer];
        var messages = await prompt.FillAsync(
            new Dictionary<string, string>
            {
                ["question"] = PrintableText.Line(query.Text),
                ["sources"] = shown.Show(evidence),
                ["fence"] = shown.Fence,
            },
            cancellationToken).ConfigureAwait(false);
        var options = ModelCall.WithEnd(ModelCall.Options(request.Person, prompt.Id), end);
        if (with.Searches > 0)
            options.Tools = [.. with.Functions(query.Filter, shown).In(with.Model.CreateKernel())];

        await foreach (var piece in with.Model.Client.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            yield return piece;
    }

    /// <summary>Says the rest in the abstracts' own words.</summary>
    /// <returns>Whether there was more to say.</returns>
    private static async Task<bool> FinishAsync(AnswerDraft draft, Answer quoted)
    {
        var said = draft.Sentences.Count;
        foreach (var sentence in quoted.Sentences)
        {
            var bearers = quoted.Citations.Where(citation => sentence.Citations.Contains(citation.Number)).ToList();
            var own = bearers.Where(citation => LatexText.ToReadable(citation.Quote) == sentence.Text).ToList();
            if (!draft.Says(sentence.Text) && !own.Exists(citation => draft.RestsOn(citation.Quote)))
                await draft.AddAsync(new ProvenSentence(sentence.Text, [.. (own.Count > 0 ? own : bearers).Select(citation => (citation.Paper, citation.Quote))])).ConfigureAwait(false);
        }

        return draft.Sentences.Count > said;
    }

    private static Answer NotStated(QuotedAnswer quoted) => new(
        [], [.. quoted.Evidence.Take(NearestPapers).Select((paper, i) => new Citation(i + 1, paper, ""))], Answer.LocalMode,
        new Refusal(RefusalKind.NotStated), quoted.Answer.Notice);

    private enum Ending
    {
        Done,

        /// <summary>The model says that the papers do not.</summary>
        NoAnswer,

        Failed,
    }
}
