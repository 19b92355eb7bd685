using System.Text.Json.Serialization;

namespace PaperBot.Host.Doctor;

internal enum Verdict
{
    Well,
    Wrong,
    Skipped,
}

/// <summary>What one look of the doctor found.</summary>
/// <param name="Subject">What was looked at, in one word.</param>
/// <param name="Words">What is so.</param>
/// <param name="Mend">What to do about it; null when nothing is to be done.</param>
internal sealed record Finding(string Subject, Verdict Verdict, string Words, string? Mend = null)
{
    public static Finding Well(string subject, string words) => new(subject, Verdict.Well, words);

    public static Finding Wrong(string subject, string words, string mend) => new(subject, Verdict.Wrong, words, mend);

    public static Finding Skipped(string subject, string words) => new(subject, Verdict.Skipped, words);
}

/// <summary>The document of <c>paperbot doctor --json</c>; its names are a contract with programs.</summary>
internal sealed record DoctorDocument(bool Well, IReadOnlyList<Finding> Findings);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DoctorDocument))]
internal sealed partial class DoctorJson : JsonSerializerContext;
