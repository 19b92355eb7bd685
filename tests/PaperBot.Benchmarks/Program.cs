using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Benchmarks;
using PaperBot.Benchmarks.Training.Answers;
using PaperBot.Benchmarks.Training.Summaries;
using PaperBot.Retrieval;

return args switch
{
    ["train", "answers", var page, var arxiv, var output] => await TrainAnswersAsync(page, arxiv, output),
    ["measure", "answers", var split, var page, var arxiv, .. var rest] => await MeasureAnswersAsync(split, page, arxiv, rest.Contains("--verbose")),
    ["measure", "aspects", var labels, var papers, .. var rest] => await MeasureAspectsAsync(labels, papers, rest.Contains("--verbose")),
    _ => 2,
};

static async Task<List<(string Name, ServiceProvider Library, IReadOnlyList<KnownQuestion> Questions)>> LibrariesAsync(string page, string arxiv)
{
    var cache = Path.Combine(Path.GetTempPath(), "paperbot-benchmarks");
    var questions = Path.Combine(AppContext.BaseDirectory, "questions");
    var (ofPage, ofArxiv) = (KnownQuestion.Read(Path.Combine(questions, "page.jsonl")), KnownQuestion.Read(Path.Combine(questions, "arxiv.jsonl")));
    return
    [
        ("sample library", await BenchmarkLibrary.OpenAsync(Path.Combine(cache, "sample"), Path.Combine(AppContext.BaseDirectory, "config", "sample-library.jsonl"), Console.Out, default), ofPage),
        ("trending page", await BenchmarkLibrary.OpenAsync(Path.Combine(cache, "page"), page, Console.Out, default), ofPage),
        ("arXiv", await BenchmarkLibrary.OpenAsync(Path.Combine(cache, Path.GetFileNameWithoutExtension(arxiv)), arxiv, Console.Out, default), ofArxiv),
    ];
}

static async Task<int> TrainAnswersAsync(string page, string arxiv, string output)
{
    var libraries = await LibrariesAsync(page, arxiv);
    await AnswerTraining.RunAsync([.. libraries.Select(l => new QuestionedLibrary(l.Name, l.Library.GetRequiredService<Retriever>(), l.Questions))], output, Console.Out, default);
    return 0;
}

static async Task<int> MeasureAnswersAsync(string split, string page, string arxiv, bool verbose)
{
    foreach (var (name, library, questions) in await LibrariesAsync(page, arxiv))
        await AnswerEvaluation.RunAsync(name, library.GetRequiredService<Ask>(), questions.Where(q => q.Split == split), verbose, Console.Out, default);
    return 0;
}

static async Task<int> MeasureAspectsAsync(string labels, string papers, bool verbose)
{
    await AspectEvaluation.RunAsync(labels, papers, verbose, Console.Out, default);
    return 0;
}
