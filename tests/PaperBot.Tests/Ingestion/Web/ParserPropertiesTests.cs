using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PaperBot.Ingestion.Sources;
using PaperBot.Ingestion.Sources.Arxiv;
using PaperBot.Ingestion.Sources.Crossref;
using PaperBot.Ingestion.Sources.HuggingFace;
using PaperBot.Ingestion.Sources.OpenAlex;
using PaperBot.Ingestion.Sources.PubMed;
using PaperBot.Ingestion.Sources.SemanticScholar;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Tests.Ingestion.Sources;
using static PaperBot.Tests.Ingestion.Web.ArxivAnswers;

namespace PaperBot.Tests.Ingestion.Web;

/// <summary>Whatever a service sends, its parser gives sound records or says that the format is another.</summary>
public sealed class ParserPropertiesTests
{
    private static readonly (Func<ReadOnlyMemory<byte>, SourcePage> Read, string Whole)[] Parsers =
    [
        (AtomFeed.Read, Atom(2, 0, Entry("2606.00001v2", "Otters & $x_1$"), Entry("hep-th/9901001", "Herons"))),
        (body => new SourcePage(OaiRecords.Read(body).Records), Oai("t|1", Record("2606.00001", "2026-06-02", "Otters"), Record("math/0309136", "2026-06-03", "Herons"))),
        (RssItems.Read, Rss(Item("2606.00001v1", "Otters"), Item("2606.00002v3", "Herons", "replace"))),
        (DailyPapers.Read, HuggingFaceSourceTests.Day),
        (ScholarPapers.Read, Answers.ScholarSearch),
        (OpenAlexWorks.Read, Answers.OpenAlexWork),
        (CrossrefWorks.Read, Answers.CrossrefWork),
        (PubMedArticles.Read, Answers.PubMedSet),
        (body => CslItems.Read(body, "csl", "somebody"), Answers.ZoteroItems),
    ];

    [Fact]
    public void Read_WholeAnswers_GiveTheirPapers() =>
        Assert.All(Parsers, parser => Assert.Contains(parser.Read(Encoding.UTF8.GetBytes(parser.Whole)).Records, record => record.Paper is not null));

    [Property]
    public bool Read_AnyBytes_IsSound(byte[] bytes) => Parsers.All(parser => IsSound(parser.Read, bytes ?? []));

    [Property(MaxTest = 400)]
    public bool Read_MutatedAnswers_AreSound(PositiveInt which, PositiveInt at, byte with)
    {
        var (read, whole) = Parsers[which.Get % Parsers.Length];
        var bytes = Encoding.UTF8.GetBytes(whole);
        bytes[at.Get * 7919L % bytes.Length] = with;
        return IsSound(read, bytes);
    }

    [Property(MaxTest = 400)]
    public bool Read_CutAnswers_AreSound(PositiveInt which, PositiveInt at)
    {
        var (read, whole) = Parsers[which.Get % Parsers.Length];
        var bytes = Encoding.UTF8.GetBytes(whole);
        return IsSound(read, bytes[..(int)(at.Get * 7919L % bytes.Length)]);
    }

    /// <summary>Fields that hold something of another kind, as after a change of the service.</summary>
    [Property(MaxTest = 400)]
    public bool Read_JsonWithOtherKinds_IsSound(PositiveInt which, PositiveInt at, byte with)
    {
        var (read, whole) = Parsers[3 + (which.Get % 4)];
        string[] kinds = ["null", "7", "\"x\"", "[]", "{}", "[null]", "[{}]", "true", "\"\\ud800\"", "1e999", "-0.5"];
        var colons = Enumerable.Range(0, whole.Length - 1).Where(i => whole[i] == ':' && whole[i - 1] == '"').ToList();
        var start = colons[at.Get % colons.Count] + 1;
        return IsSound(read, Encoding.UTF8.GetBytes($"{whole[..start]}{kinds[with % kinds.Length]},\"rest\":{whole[start..]}"));
    }

    [Property]
    public bool Atom_WhatWasWritten_ComesBack(NonNull<string> title, NonNull<string> summary)
    {
        var (name, text) = (Plain(title.Get), Plain(summary.Get));
        var record = AtomFeed.Read(Encoding.UTF8.GetBytes(Atom(1, 0, Entry("2606.00001v1", name, text)))).Records.Single();
        return name.Length == 0 ? record.Rejection is not null : record.Paper!.Title == name && record.Paper.Abstract == text;
    }

    [Property]
    public bool InvertedAbstract_OfAnyWords_GivesThemBack(NonEmptyArray<byte> picks)
    {
        string[] pieces = ["otters", "juggle", "the", "stones.", "$x_1$", "n"];
        var words = picks.Get.Select(pick => pieces[pick % pieces.Length]).ToList();
        var index = words.Select((word, i) => (word, i)).GroupBy(pair => pair.word).ToDictionary(group => group.Key, group => group.Select(pair => pair.i).ToArray());
        return InvertedAbstract.ToText(System.Text.Json.JsonSerializer.SerializeToElement(index)) == string.Join(' ', words);
    }

    [Property]
    public bool Markup_AnyText_EndsAndHoldsNoTags(NonNull<string> text) => !SourceMarkup.ToText($"<jats:p>{text.Get}</jats:p>").Contains("jats:p>", StringComparison.Ordinal);

    [Property]
    public bool Saved_AnyBytes_AreSoundWhoeversTheyAre(byte[] bytes)
    {
        var source = new SavedAnswerSource("a service", ScholarPapers.Read);
        return SourceReading.AreSound(source.ReadAsync(bytes ?? []).GetAwaiter().GetResult());
    }

    private static bool IsSound(Func<ReadOnlyMemory<byte>, SourcePage> read, byte[] bytes)
    {
        try
        {
            return SourceReading.AreSound(read(bytes).Records);
        }
        catch (SourceException e)
        {
            return e.Message.EndsWith('.') && e.Message.Length < 400;
        }
    }

    /// <summary>What XML 1.0 can carry.</summary>
    private static string Plain(string text) => SourceText.Fold(string.Concat(text.Where(c => c is >= ' ' and not (>= '\uD800' and <= '\uDFFF') and < '\uFFFE' && !char.IsControl(c))));
}
