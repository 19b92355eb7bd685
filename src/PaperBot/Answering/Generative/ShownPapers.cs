using System.Security.Cryptography;
using System.Text;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Answering.Support;
using PaperBot.Papers;

namespace PaperBot.Answering.Generative;

/// <summary>
/// The papers that a language model is shown for one request, each under a key that means nothing elsewhere. Keys and fence cannot be
/// guessed by who writes an abstract, and are the same when the same is asked again, so that a kept answer fits.
/// </summary>
internal sealed class ShownPapers
{
    private const int LongestTitle = 300;

    // Two pages of arXiv's longest; what is longer is no abstract.
    private const int LongestAbstract = 4_000;

    private const int KeyLength = 4;

    // Without vowels no key is a word, and without the digits that look like letters none is misread.
    private const string Letters = "bcdfghjkmnpqrstvwxz23456789";

    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    private readonly string _request;
    private readonly Dictionary<string, Paper> _papers = new(StringComparer.Ordinal);

    /// <param name="request">What tells the request from others.</param>
    public ShownPapers(string request)
    {
        _request = request;
        Fence = $"===== {Code("fence", 16)} =====";
    }

    /// <summary>The line between which strangers' texts stand.</summary>
    public string Fence { get; }

    public int Count => _papers.Count;

    /// <returns>Null when no paper was shown under this key.</returns>
    public Paper? Find(string key) => _papers.GetValueOrDefault(key);

    /// <summary>The papers as the model reads them, each with its key before it.</summary>
    public string Show(IEnumerable<Paper> papers) => string.Join("\n\n", papers.Select(Show));

    private string Show(Paper paper)
    {
        var title = Readable(paper.Title, LongestTitle);
        var said = Readable(string.Join(' ', QuotableSentences.Of(paper)), LongestAbstract);
        return $"[{KeyOf(paper)}] {(PlantedInstructions.IsOne(title) ? "Untitled" : title)}\n{(said.Length > 0 ? said : "No abstract.")}";
    }

    private string KeyOf(Paper paper)
    {
        for (var i = 0; ; i++)
        {
            var key = $"k{Code($"{i} {paper.Key.Value}", KeyLength)}";
            if (_papers.TryAdd(key, paper) || _papers[key].Key == paper.Key)
                return key;
        }
    }

    private string Code(string of, int length) =>
        string.Concat(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes($"{of}\n{_request}")).Take(length).Select(b => Letters[b % Letters.Length]));

    private static string Readable(string text, int longest)
    {
        var line = PrintableText.Line(LatexText.ToReadable(text));
        return line.Length <= longest ? line : line[..longest];
    }
}
