using System.Runtime.CompilerServices;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

/// <summary>
/// Reads a page of trending papers as copied from a browser: a title, an abstract on one line, and between papers whatever the page shows
/// beside them (counts, dates, names, buttons).
/// </summary>
internal sealed class TrendingPageSource : IPaperSource
{
    /// <summary>Lines between two papers that are looked at for a title; more is another kind of text.</summary>
    private const int MostCandidates = 200;

    public string Name => "a trending page saved as text";

    public async IAsyncEnumerable<SourceRecord> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var lines = new LineReader(stream);
        var page = new TrendingPage();
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (lines.TooLong)
                yield return SourceRecord.Rejected(lines.Number, "The line is longer than 1 MiB.");
            else if (SourceRecord.Guard(lines.Number, () => page.Add(lines.Number, SourceText.Fold(SourceEncoding.Decode(lines.Line.Span)))) is { } record)
                yield return record;
        }

        if (page.Finish() is { } last)
            yield return last;
        if (lines.Corruption is { } corruption)
            yield return SourceRecord.Rejected(lines.Number, corruption);
    }

    /// <summary>Whether a text, or the beginning of one, is such a page.</summary>
    public static bool IsTrendingPage(string text)
    {
        var (titles, abstracts, marks, others, beforeAbstract) = (0, 0, 0, 0, 0);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = SourceText.Fold(raw.ToString());
            switch (TrendingLine.Classify(line))
            {
                case TrendingLineKind.Abstract when beforeAbstract > 0:
                    abstracts++;
                    titles++;
                    others += beforeAbstract - 1;
                    beforeAbstract = 0;
                    break;
                case TrendingLineKind.Abstract:
                    others++;
                    break;
                case TrendingLineKind.Title:
                    beforeAbstract++;
                    break;
                case TrendingLineKind.Furniture when line.Length > 0 && TrendingLine.IsMark(line):
                    marks++;
                    break;
            }
        }

        // Without the page's own words, only a strict sequence of titles and abstracts is believed.
        return abstracts > 0 && (marks > 0 || (abstracts >= 2 && others == 0));
    }

    /// <summary>The page as far as it was read: the lines since the last abstract, and the paper that may still get a date or a link.</summary>
    private sealed class TrendingPage
    {
        private readonly List<(int Line, string Text)> _candidates = [];
        private (int Line, Paper Paper)? _pending;
        private bool _nameFollows;
        private bool _furniture;

        public SourceRecord? Add(int number, string text)
        {
            if (text.Length == 0)
                return null;
            var kind = _nameFollows && text.Length < 40 && !text.Contains(' ') ? TrendingLineKind.Furniture : TrendingLine.Classify(text);
            _nameFollows = text is "Submitted by" or "by";
            switch (kind)
            {
                case TrendingLineKind.Furniture:
                    _furniture = true;
                    Details(text);
                    return null;
                case TrendingLineKind.Title:
                    if (_candidates.Count < MostCandidates)
                        _candidates.Add((number, text));
                    return null;
                default:
                    return Abstract(number, text);
            }
        }

        public SourceRecord? Finish()
        {
            var done = _pending is var (line, paper) ? SourceRecord.Accepted(line, paper) : null;
            _pending = null;
            return done;
        }

        private SourceRecord? Abstract(int number, string text)
        {
            if (_candidates.Count == 0)
            {
                // The next paragraph of the abstract above, or an abstract whose title was not copied.
                if (_pending is not var (line, paper) || _furniture || paper.Abstract.Length + text.Length >= SourceText.LongestAbstract)
                    return SourceRecord.Rejected(number, "There is an abstract without a title above it.");
                _pending = (line, paper with { Abstract = $"{paper.Abstract} {text}" });
                return null;
            }

            var title = _candidates.FindLast(candidate => !TrendingLine.IsNames(candidate.Text));
            title = title.Text is null ? _candidates[^1] : title;
            _candidates.Clear();
            _furniture = false;
            var done = Finish();
            if (SourceText.Objection(title.Text, text) is { } objection)
                return done ?? SourceRecord.Rejected(title.Line, objection);
            _pending = (title.Line, new Paper { Key = PaperKey.Local(title.Text), Title = title.Text, Abstract = text, Source = "trending" });
            return done;
        }

        /// <summary>What stands below an abstract is about that paper.</summary>
        private void Details(string text)
        {
            if (_pending is not var (line, paper) || _candidates.Count > 0)
                return;
            if (TrendingLine.PublishedOn(text) is { } published)
                paper = paper with { Published = published };
            else if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && PaperUrl.TryRead(text, out var key, out _))
                paper = paper with { Key = key, Url = PaperUrl.Of(key), Doi = key.Scheme == "doi" ? key.Id : null };
            _pending = (line, paper);
        }
    }
}
