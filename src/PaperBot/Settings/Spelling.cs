namespace PaperBot.Settings;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Spelling
{
    /// <returns>The known name that is nearest to the wrong one; null when none is near.</returns>
    public static string? Nearest(string wrong, IEnumerable<string> known)
    {
        // Distance costs length times length, and nobody mistypes a long text for a name.
        const int longest = 40;
        if (wrong.Length is 0 or > longest)
            return null;
        var nearest = known
            .Select(name => (Name: name, Distance: Distance(wrong.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, wrong.Length / 3) && nearest.Distance < wrong.Length ? nearest.Name : null;
    }

    /// <summary>Levenshtein's distance: the fewest letters to insert, delete or change.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (row[j], diagonal) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)), row[j]);
        }

        return row[^1];
    }
}
