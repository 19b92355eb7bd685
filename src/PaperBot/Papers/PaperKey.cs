namespace PaperBot.Papers;

/// <summary>
/// The one name of a paper in a library: <c>arxiv:2111.08566</c>, <c>doi:10.1000/182</c>, <c>acl:2020.acl-main.1</c>
/// or <c>local:…</c> for a paper that nobody numbered. Two records with the same key are the same paper.
/// </summary>
/// <param name="Value">The key as text: lower-case, without an arXiv version, never empty.</param>
internal readonly record struct PaperKey(string Value)
{
    public bool IsLocal => Value.StartsWith("local:", StringComparison.Ordinal);

    public override string ToString() => Value;
}
