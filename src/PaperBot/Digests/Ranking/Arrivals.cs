namespace PaperBot.Digests.Ranking;

/// <summary>What came to the library after a time, with what is compared of all of it before a few papers are read.</summary>
/// <param name="After">Papers that came later are here, in seconds since 1970.</param>
/// <param name="State">Of the library when it was read.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Papers">Without those that were withdrawn.</param>
/// <param name="At">When each paper came, in seconds since 1970: when the first of its sources brought it.</param>
/// <param name="Categories">Of each paper, as JSON; equal lists are one string.</param>
/// <param name="Receptions">How each was received.</param>
internal sealed record Arrivals(
    long After, LibraryState State, DateTimeOffset ReadAt, PaperPool Papers, long[] At, string[] Categories, Reception[] Receptions);

/// <summary>By which one state of the library is told from another, cheaply: what is here differs whenever a paper or an embedding was added or taken out.</summary>
/// <param name="Model">The model whose embeddings are looked at; 0 without one.</param>
internal readonly record struct LibraryState(long Model, long LastPaper, long Papers, long LastVector);
