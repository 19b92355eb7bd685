namespace PaperBot.Digests.Ranking;

/// <summary>What taste says of a paper, in logits.</summary>
/// <param name="Closeness">For what it is about.</param>
/// <param name="Filing">For how it is filed.</param>
/// <param name="General">For whatever comes, as readers who like nothing have it.</param>
internal readonly record struct Liking(float Closeness, float Filing, float General)
{
    /// <summary>What taste adds or takes at most.</summary>
    public const float Most = 5;

    public float Value => Math.Clamp(Closeness + Filing + General, -Most, Most);
}
