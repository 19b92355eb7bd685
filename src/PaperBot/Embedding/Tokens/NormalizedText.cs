using System.Text;

namespace PaperBot.Embedding.Tokens;

/// <summary>A text made from another one: for each character, where its source starts in the original.</summary>
internal sealed class NormalizedText(int capacity)
{
    private readonly List<char> _characters = new(capacity + capacity / 8);
    private readonly List<int> _sources = new(capacity + capacity / 8);

    public ReadOnlySpan<char> Characters => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_characters);

    public int Source(int index) => _sources[index];

    public void Append(char character, int source)
    {
        _characters.Add(character);
        _sources.Add(source);
    }

    public void Append(Rune rune, int source)
    {
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..rune.EncodeToUtf16(units)])
            Append(unit, source);
    }
}
