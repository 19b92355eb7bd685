namespace PaperBot.Answering.Support;

/// <summary>Whether a sentence that breaks no rule is near enough to what the abstract says.</summary>
internal static class SupportScore
{
    public static bool Stands(SupportFeatures features) => features.Similarity < 0
        ? features.InTwo >= 0.8 && features.Missing < 1
        : features.InTwo >= 0.7 && features.Similarity >= 0.55 && features.Missing < 1;
}
