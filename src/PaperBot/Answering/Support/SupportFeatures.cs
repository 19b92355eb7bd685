namespace PaperBot.Answering.Support;

/// <summary>How near a sentence is to what an abstract says.</summary>
/// <param name="Similarity">Of it and the nearest sentence, by their embeddings; -1 where nothing embeds.</param>
/// <param name="InOne">The share of its meaning's words that the nearest sentence has.</param>
/// <param name="InTwo">That the nearest two have, and the title.</param>
/// <param name="Missing">How many words of it the abstract has nowhere.</param>
internal readonly record struct SupportFeatures(double Similarity, double InOne, double InTwo, double Missing);
