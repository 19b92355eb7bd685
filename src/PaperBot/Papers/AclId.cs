using System.Text.RegularExpressions;

namespace PaperBot.Papers;

/// <summary>Identifiers of the ACL Anthology, https://aclanthology.org/info/ids/: <c>P19-1423</c> to 2019 and <c>2020.acl-main.1</c> since.</summary>
internal static partial class AclId
{
    /// <param name="id">Lower-case, as keys are.</param>
    public static bool TryParse(string? text, out string id)
    {
        id = "";
        if (text is null || text.Length > 64 || !Whole().IsMatch(text))
            return false;
        id = text.ToLowerInvariant();
        return true;
    }

    /// <summary>How the Anthology spells it in addresses: the old scheme has its letter in upper case.</summary>
    public static string Spell(string id) => char.IsAsciiLetter(id[0]) ? id.ToUpperInvariant() : id;

    [GeneratedRegex(@"^(?:[A-Z][0-9]{2}-[0-9]{4,5}|[0-9]{4}\.[a-z0-9]+-[a-z0-9]+\.[0-9]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
