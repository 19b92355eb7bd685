using System.Collections.Frozen;

namespace PaperBot.Ingestion.Sources.Arxiv;

/// <summary>arXiv's categories, https://arxiv.org/category_taxonomy, and the sets that its OAI-PMH server has for them.</summary>
internal static class ArxivCategory
{
    private static readonly FrozenSet<string> Physics = new[]
    {
        "astro-ph", "cond-mat", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nlin", "nucl-ex", "nucl-th", "physics", "quant-ph",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Others =
        new[] { "cs", "econ", "eess", "math", "q-bio", "q-fin", "stat" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether it is an archive, <c>hep-th</c>, or a subject class of one, <c>cs.IR</c>.</summary>
    public static bool IsCategory(string text)
    {
        var (archive, subject) = Parts(text);
        return (Physics.Contains(archive) || Others.Contains(archive))
            && (subject is null || (subject.Length is >= 2 and <= 12 && subject.All(c => char.IsAsciiLetter(c) || c == '-')));
    }

    /// <summary>As arXiv spells it: <c>cs.IR</c> for <c>CS.ir</c>; the same text when it is no category.</summary>
    public static string Spell(string text)
    {
        var (archive, subject) = Parts(text.Trim());
        var lower = archive.ToLowerInvariant();
        // Of the subject classes only those of physics and condensed matter are words: physics.optics, cond-mat.mes-hall.
        var spelled = subject is null ? lower
            : $"{lower}.{(lower is "physics" or "cond-mat" ? subject.ToLowerInvariant() : subject.ToUpperInvariant())}";
        return IsCategory(spelled) ? spelled : text;
    }

    /// <summary><c>cs:cs:IR</c>, <c>physics:hep-th</c>, <c>physics:astro-ph:CO</c>, <c>cs</c>.</summary>
    public static string Set(string category)
    {
        var (archive, subject) = Parts(category);
        var group = Physics.Contains(archive) ? $"physics:{archive}" : subject is null ? archive : $"{archive}:{archive}";
        return subject is null ? group : $"{group}:{subject}";
    }

    private static (string Archive, string? Subject) Parts(string category) =>
        category.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (category[..dot], category[(dot + 1)..]) : (category, null);
}
