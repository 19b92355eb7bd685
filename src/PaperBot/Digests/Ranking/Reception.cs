namespace PaperBot.Digests.Ranking;

/// <summary>How a paper was received, and how old it is.</summary>
/// <param name="Published">As <see cref="DateOnly.DayNumber"/>, the latest day that its date can mean; 0 when it has none.</param>
internal readonly record struct Reception(int Votes, int Citations, int Published)
{
    // In logits. Together they lift what fits, and never what does not.
    private const double MostForVotes = 0.5, MostForCitations = 0.4, MostForAge = 0.6;

    // Counts that earn the whole of it; half of it is earned by ten.
    private const int ManyVotes = 100, ManyCitations = 100;

    // Days within which a paper is new, and after which it is old.
    private const int New = 60, Old = 730;

    /// <summary>What to add to a paper's logits.</summary>
    /// <param name="today">As <see cref="DateOnly.DayNumber"/>.</param>
    public float Bonus(int today) => (float)(
        MostForVotes * Share(Votes, ManyVotes) + MostForCitations * Share(Citations, ManyCitations)
        - (Published == 0 ? 0 : MostForAge * Math.Clamp((today - Published - New) / (double)(Old - New), 0, 1)));

    private static double Share(int count, int many) => Math.Clamp(Math.Log(1 + Math.Max(0, count)) / Math.Log(1 + many), 0, 1);
}
