using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Support;

/// <summary>A number as it is stated.</summary>
/// <param name="Value">With its magnitude: 3k is 3000.</param>
/// <param name="Unit">One spelling for each unit; empty for a bare number.</param>
/// <param name="Near">Stems of the words around it, in its sentence.</param>
internal sealed record StatedNumber(decimal Value, string Unit, IReadOnlySet<string> Near)
{
    public bool Says(StatedNumber other) => Value == other.Value && Unit == other.Unit;
}

/// <summary>Finds the numbers of a sentence, in digits or in words, with their units.</summary>
internal static partial class StatedNumbers
{
    private const int Reach = 4;

    private static readonly Dictionary<string, decimal> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
        ["dozen"] = 12,
    };

    private static readonly Dictionary<string, decimal> Magnitudes = new(StringComparer.Ordinal)
    {
        ["k"] = 1_000,
        ["K"] = 1_000,
        ["thousand"] = 1_000,
        ["hundred"] = 100,
        ["M"] = 1_000_000,
        ["million"] = 1_000_000,
        ["B"] = 1_000_000_000,
        ["bn"] = 1_000_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
    };

    // What is not here is a word like another: "40 players", "three datasets".
    private static readonly Dictionary<string, string> Units = Read(
        """
        % percent pct
        points point pp
        x × times fold -fold
        s sec secs second seconds
        ms msec millisecond milliseconds
        min mins minute minutes
        h hr hrs hour hours
        d day days
        week weeks
        month months
        y yr year years
        KB kB kilobyte kilobytes
        MB megabyte megabytes
        GB gigabyte gigabytes
        TB terabyte terabytes
        nm nanometre nanometres nanometer nanometers
        µm μm micrometre micrometer
        mm millimetre millimetres millimeter millimeters
        cm centimetre centimetres centimeter centimeters
        m metre metres meter meters
        km kilometre kilometres kilometer kilometers
        Hz hertz
        kHz
        MHz
        GHz
        mg milligram milligrams
        kg kilogram kilograms
        g gram grams
        W watt watts
        kW kilowatt kilowatts
        kWh
        V volt volts
        °C
        K kelvin
        dB decibel decibels
        tonnes tonne tons ton
        fps
        """);

    /// <summary>A number with its magnitude or unit at once: 1.2B, 70GB.</summary>
    public static bool IsQuantity(string word)
    {
        var letters = word.TrimStart("0123456789.,".ToCharArray());
        return letters.Length < word.Length && (Magnitudes.ContainsKey(letters) || Units.ContainsKey(letters));
    }

    public static bool IsUnit(string word) => word.Length > 1 && Units.ContainsKey(word);

    public static bool IsWord(string word) => Words.ContainsKey(word);

    public static decimal ValueOf(string word) => Words[word];

    public static IReadOnlyList<StatedNumber> In(string sentence)
    {
        var text = sentence.Replace('−', '-').Replace('‑', '-').Replace('–', '-');
        var matches = Number().Matches(text).Where(match => !IsPartOfAName(text, match)).ToList();
        var words = WordAt().Matches(text).Where(word => Words.ContainsKey(word.Value) || char.IsLetter(word.Value[0]))
            .Select(word => (word.Index, Stem: StemOf(word.Value))).Where(word => word.Stem.Length > 0).ToList();
        var found = new List<StatedNumber>();
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            if (Value(match) is not { } value)
                continue;
            var unit = UnitOf(match);
            // "10 to 15%" is two percentages.
            if (unit.Length == 0 && i + 1 < matches.Count && IsRange(text[(match.Index + match.Length)..matches[i + 1].Index]))
                unit = UnitOf(matches[i + 1]);
            if (unit != "%" || value != 1 || match.Groups["digits"].Success)
                found.Add(new StatedNumber(value, unit, Near(words, match)));
        }

        return found;
    }

    private static HashSet<string> Near(List<(int Index, string Stem)> words, Match match) =>
    [
        .. words.Where(word => word.Index < match.Index).TakeLast(Reach).Select(word => word.Stem),
        .. words.Where(word => word.Index >= match.Index + match.Length).Take(Reach).Select(word => word.Stem),
    ];

    private static string StemOf(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.Length < 2 || StopWords.Contains(lower) || Words.ContainsKey(lower) || Units.ContainsKey(word) || Magnitudes.ContainsKey(word)
            ? "" : Synonyms.Of(WordStem.Of(string.Concat(lower.Select(Diacritics.Strip))));
    }

    private static decimal? Value(Match match)
    {
        decimal value;
        if (match.Groups["word"].Success)
        {
            value = Words[match.Groups["word"].Value];
        }
        else
        {
            var digits = match.Groups["digits"].Value;
            digits = Thousands().IsMatch(digits) ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(',', '.');
            if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
                return null;
        }

        if (match.Groups["magnitude"].Success && value < 1_000_000_000_000)
            value *= Magnitudes[match.Groups["magnitude"].Value];
        return value;
    }

    private static string UnitOf(Match match) => match.Groups["unit"].Success ? Units.GetValueOrDefault(match.Groups["unit"].Value, "") : "";

    private static bool IsRange(string between) => between.Trim() is "-" or "to" or "and" or "or" or "";

    /// <summary>GPT-4, ResNet-50, H2O: checked as names.</summary>
    private static bool IsPartOfAName(string text, Match match)
    {
        var start = match.Index;
        if (!match.Groups["digits"].Success || start == 0)
            return false;
        if (char.IsLetter(text[start - 1]) || text[start - 1] == '_')
            return true;
        return text[start - 1] == '-' && start > 1 && char.IsLetter(text[start - 2]);
    }

    private static Dictionary<string, string> Read(string units) => units
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .SelectMany(line => line.Select(spelling => (spelling, line[0])))
        .ToDictionary(pair => pair.spelling, pair => pair.Item2, StringComparer.Ordinal);

    [GeneratedRegex(
        @"(?:(?<digits>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)|(?<![\p{L}-])(?<word>(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen))(?![\p{L}]))"
        + @"(?:[ -]?(?<magnitude>k|K|M|B|bn|thousand|hundred|million|billion|trillion)(?![\p{L}\p{N}]))?"
        + @"(?:[ -]?(?<unit>%|°C|×|\p{L}+)(?![\p{L}\p{N}]))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\p{L}[\p{L}\p{Mn}]*")]
    private static partial Regex WordAt();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$")]
    private static partial Regex Thousands();
}
