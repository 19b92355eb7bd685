namespace PaperBot.LanguageModels.Prompts;

/// <summary>The names of the prompts in <c>prompts/</c>.</summary>
internal static class PromptName
{
    public const string Answer = "answer";

    public const string StandaloneQuestion = "standalone-question";

    public const string Summary = "summary";

    public const string Comparison = "comparison";
}
