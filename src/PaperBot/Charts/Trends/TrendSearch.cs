using System.Globalization;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Charts.Trends;

/// <summary>Counts the papers about a topic by when they appeared.</summary>
internal sealed class TrendSearch(TopicSearch papers)
{
    /// <summary>Fewer dated papers than these show no trend.</summary>
    public const int FewestPapers = 5;

    // As many bars as can be told apart at the width of a message.
    private const int MostPoints = 36;

    /// <param name="topics">One, or several of which a paper is about any.</param>
    public async Task<TrendOutcome> OfAsync(IReadOnlyList<string> topics, SearchFilter filter, CancellationToken cancellationToken)
    {
        var about = new Dictionary<PaperKey, Paper>();
        var (library, latest) = (0L, (PublicationDate?)null);
        foreach (var topic in topics)
        {
            var found = await papers.AboutAsync(topic, filter, cancellationToken).ConfigureAwait(false);
            (library, latest) = (found.Library, found.Latest);
            foreach (var paper in found.Papers)
                about[paper.Paper.Key] = paper.Paper;
        }

        var name = string.Join(", ", topics);
        var months = about.Values.Select(Month).OfType<DateOnly>().ToList();
        var years = about.Values.Where(paper => Month(paper) is null).Select(paper => paper.Published).OfType<PublicationDate>().Select(date => date.Year).ToList();
        if (months.Count + years.Count < FewestPapers)
            return new TrendOutcome.TooFew(name, about.Count, months.Count + years.Count, library);
        var (step, points) = Count(months, years, latest);
        return new TrendOutcome.Found(new Trend(
            name, step, points, about.Count, step == TrendStep.Year ? 0 : years.Count, about.Count - months.Count - years.Count, library));
    }

    /// <returns>The first day of the month in which a paper appeared; null when nobody knows it.</returns>
    internal static DateOnly? Month(Paper paper)
    {
        if (paper.Published is { Month: { } month, Year: var year })
            return new DateOnly(year, month, 1);
        // An arXiv identifier begins with the year and the month: 2111.08566, cs/0309136.
        if (paper.Key.Scheme != "arxiv")
            return null;
        var digits = paper.Key.Id[(paper.Key.Id.IndexOf('/', StringComparison.Ordinal) + 1)..][..4];
        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        var first = new DateOnly(number / 100 + (number / 100 > 90 ? 1900 : 2000), number % 100, 1);
        return paper.Published is null || paper.Published.Value.Year == first.Year ? first : null;
    }

    private static (TrendStep Step, IReadOnlyList<TrendPoint> Points) Count(List<DateOnly> months, List<int> years, PublicationDate? latest)
    {
        var dated = years.Count > months.Count ? [] : months;
        var first = dated.Count > 0 ? dated.Min() : new DateOnly(years.Concat(months.Select(month => month.Year)).Min(), 1, 1);
        var last = dated.Count > 0 ? dated.Max() : new DateOnly(years.Concat(months.Select(month => month.Year)).Max(), 12, 1);
        // What the library has of later months is not about the topic: those are zeros that tell something.
        if (latest is { Month: { } month } end && new DateOnly(end.Year, month, 1) is var ending && ending > last)
            last = ending;
        var span = Months(last) - Months(first) + 1;
        var step = dated.Count == 0 ? TrendStep.Year
            : span <= MostPoints ? TrendStep.Month : span <= MostPoints * (int)TrendStep.Quarter ? TrendStep.Quarter : TrendStep.Year;
        var counts = months.Concat(step == TrendStep.Year ? years.Select(year => new DateOnly(year, 1, 1)) : [])
            .CountBy(day => Months(day) / (int)step).ToDictionary();
        var (from, to) = (Math.Min(Months(first) / (int)step, counts.Keys.Min()), Math.Max(Months(last) / (int)step, counts.Keys.Max()));
        return (step, [.. Enumerable.Range(from, to - from + 1).Select(at => new TrendPoint(FirstDay(at * (int)step), counts.GetValueOrDefault(at)))]);
    }

    private static int Months(DateOnly day) => day.Year * 12 + day.Month - 1;

    private static DateOnly FirstDay(int months) => new(months / 12, months % 12 + 1, 1);
}
