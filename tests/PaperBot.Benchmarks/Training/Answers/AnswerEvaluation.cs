using PaperBot.Answering;

namespace PaperBot.Benchmarks.Training.Answers;

/// <summary>Asks every question of a half and counts what came of it.</summary>
internal static class AnswerEvaluation
{
    public static async Task RunAsync(
        string name, Ask ask, IEnumerable<KnownQuestion> questions, bool verbose, TextWriter log, CancellationToken cancellationToken)
    {
        var outcomes = new List<(KnownQuestion Known, Answer Answer)>();
        foreach (var known in questions)
            outcomes.Add((known, await ask.AnswerAsync(known.Question, cancellationToken).ConfigureAwait(false)));
        var answerable = outcomes.FindAll(outcome => outcome.Known.IsAnswerable);
        var answered = answerable.FindAll(outcome => outcome.Answer.Refusal is null);
        log.WriteLine(
            $"{name}: {answerable.Count} answerable, {Share(answered.Count, answerable.Count)} answered; of those {Share(answered.Count(HasPaper), answered.Count)} cite a right paper, "
            + $"{Share(answered.Count(HasSentence), answered.Count)} hold the right sentence, {Share(answered.Count(LeadsWithIt), answered.Count)} lead with it; "
            + $"{answered.Select(outcome => outcome.Answer.Sentences.Count).DefaultIfEmpty().Average():F2} sentences an answer");
        foreach (var kind in outcomes.Where(outcome => !outcome.Known.IsAnswerable).GroupBy(outcome => outcome.Known.Kind))
            log.WriteLine($"  {kind.Key}: {kind.Count()} asked, {Share(kind.Count(outcome => outcome.Answer.Refusal is not null), kind.Count())} refused");
        if (verbose)
            foreach (var (known, answer) in outcomes.Where(outcome => outcome.Known.IsAnswerable ? !HasSentence(outcome) : outcome.Answer.Refusal is null))
                log.WriteLine($"  {known.Id} {known.Kind} \"{known.Question}\" -> {(answer.Refusal is { } refusal ? RefusalText.Of(refusal) : string.Join(" | ", answer.Sentences.Select(sentence => sentence.Text)))}");
    }

    private static bool HasPaper((KnownQuestion Known, Answer Answer) outcome) =>
        outcome.Answer.Refusal is null && outcome.Answer.Citations.Any(citation => outcome.Known.IsFrom(citation.Paper));

    private static bool HasSentence((KnownQuestion Known, Answer Answer) outcome) =>
        outcome.Answer.Refusal is null && outcome.Answer.Citations.Any(citation => outcome.Known.IsRight(citation.Paper, citation.Quote));

    private static bool LeadsWithIt((KnownQuestion Known, Answer Answer) outcome) =>
        outcome.Answer.Refusal is null && outcome.Known.IsRight(outcome.Answer.Citations[0].Paper, outcome.Answer.Citations[0].Quote);

    private static string Share(int part, int whole) => $"{part} ({(whole == 0 ? 0 : (double)part / whole):P1})";
}
