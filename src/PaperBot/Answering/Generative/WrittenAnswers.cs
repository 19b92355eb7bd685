using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Prompts;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Generative;

/// <summary>What it takes to have answers written by a language model, where one is configured.</summary>
internal sealed class WrittenAnswers(
    LanguageModel model, PromptLibrary prompts, Proof proof, Retriever retriever, IOptions<LanguageModelOptions> options, TimeProvider time,
    ILogger<WrittenAnswers> log)
{
    public LanguageModel Model => model;

    public PromptLibrary Prompts => prompts;

    public Proof Proof => proof;

    public ILogger Log => log;

    /// <summary>How many searches the model may make for one answer.</summary>
    public int Searches => options.Value.Searches;

    public PaperFunctions Functions(SearchFilter filter, ShownPapers shown) => new(retriever, filter, shown, Searches);

    /// <summary>Begins an answer, whose time counts from now.</summary>
    public AnswerWriting Begin(AskRequest request) => new(this, request, time.GetUtcNow().AddSeconds(options.Value.TimeoutSeconds));
}
