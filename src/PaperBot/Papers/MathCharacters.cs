using System.Collections.Frozen;
using System.Text;

namespace PaperBot.Papers;

/// <summary>Characters that Unicode has for mathematics: raised and lowered ones, and double-struck letters. Both ways.</summary>
internal static class MathCharacters
{
    // Pairs of a character and its form. From the blocks Superscripts and Subscripts, Phonetic Extensions and Spacing Modifier Letters.
    private const string Raised =
        "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ" +
        "AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟφᵠχᵡθᶿ**††‡‡°°′′″″";

    private const string Lowered =
        "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ";

    private const string DoubleStruckOutsidePlane1 = "CℂHℍNℕPℙQℚRℝZℤ";

    private static readonly FrozenDictionary<char, char> Superscripts = Pairs(Raised);
    private static readonly FrozenDictionary<char, char> Subscripts = Pairs(Lowered);
    private static readonly FrozenDictionary<char, char> DoubleStruckLetters = Pairs(DoubleStruckOutsidePlane1);

    private static readonly FrozenDictionary<char, char> Plain = new[] { Raised, Lowered, DoubleStruckOutsidePlane1 }
        .SelectMany(pairs => pairs.Chunk(2))
        .Where(pair => pair[0] != pair[1])
        .DistinctBy(pair => pair[1])
        .ToFrozenDictionary(pair => pair[1], pair => pair[0]);

    /// <summary>The text raised, or null when a character of it has no raised form.</summary>
    public static string? Superscript(string text) => Map(text, Superscripts);

    /// <summary>The text lowered, or null when a character of it has no lowered form.</summary>
    public static string? Subscript(string text) => Map(text, Subscripts);

    /// <summary>Latin letters and digits double-struck (ℝ, 𝔼, 𝟙); everything else as it is.</summary>
    public static string DoubleStruck(string text)
    {
        var struck = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // The block Mathematical Alphanumeric Symbols, but for the letters that were in Unicode before it.
            _ = c switch
            {
                _ when DoubleStruckLetters.TryGetValue(c, out var known) => struck.Append(known),
                >= 'A' and <= 'Z' => struck.Append(char.ConvertFromUtf32(0x1D538 + c - 'A')),
                >= 'a' and <= 'z' => struck.Append(char.ConvertFromUtf32(0x1D552 + c - 'a')),
                >= '0' and <= '9' => struck.Append(char.ConvertFromUtf32(0x1D7D8 + c - '0')),
                _ => struck.Append(c),
            };
        }

        return struck.ToString();
    }

    /// <summary>The plain character that a raised, lowered or double-struck one stands for; any other as it is.</summary>
    public static string ToPlain(char c) => (Plain.TryGetValue(c, out var plain) ? plain : c).ToString();

    /// <inheritdoc cref="ToPlain(char)"/>
    public static string ToPlain(Rune rune) => rune.Value switch
    {
        >= 0x1D538 and < 0x1D552 => ((char)(rune.Value - 0x1D538 + 'A')).ToString(),
        >= 0x1D552 and < 0x1D56C => ((char)(rune.Value - 0x1D552 + 'a')).ToString(),
        >= 0x1D7D8 and < 0x1D7E2 => ((char)(rune.Value - 0x1D7D8 + '0')).ToString(),
        // Letters beyond the basic plane are rare in titles; they part words rather than being cut in half.
        _ => " ",
    };

    private static string? Map(string text, FrozenDictionary<char, char> forms)
    {
        var mapped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == ' ')
                continue;
            if (!forms.TryGetValue(c, out var form))
                return null;
            mapped.Append(form);
        }

        return mapped.ToString();
    }

    private static FrozenDictionary<char, char> Pairs(string pairs) => pairs.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
