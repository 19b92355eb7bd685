using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PaperBot.Ingestion.Sources;

namespace PaperBot.Tests.Ingestion.Sources;

public sealed class RisSourceTests
{
    private const string Two = """
        TY  - JOUR
        AU  - Reed, Ida
        AU  - Müller, Jörg, Jr.
        TI  - Otters that juggle
        T2  - Journal of Otters
        PY  - 2021
        DA  - 2021/11/15/
        AB  - Otters juggle stones.
        They do it well.
        DO  - 10.1234/Otters.3
        UR  - https://example.org/otters
        KW  - juggling
        ER  - 

        TY  - PREP
        A1  - Quill, T.
        T1  - Herons that fish
        Y1  - 2020//
        UR  - https://arxiv.org/abs/2006.00001
        JF  - arXiv e-prints
        ER  -
        """;

    private readonly RisSource _source = new();

    [Fact]
    public async Task Read_Records_HaveTheirFields()
    {
        var records = await _source.ReadAsync(Two);

        var (otters, herons) = (records[0].Paper!, records[1].Paper!);
        Assert.Equal([1, 15], records.Select(record => record.Line));
        Assert.Equal(("doi:10.1234/otters.3", "Otters that juggle", "Otters juggle stones. They do it well."), (otters.Key.Value, otters.Title, otters.Abstract));
        Assert.Equal(["Ida Reed", "Jörg Müller Jr."], otters.Authors);
        Assert.Equal(("2021-11-15", "Journal of Otters", "https://example.org/otters", "juggling"), (otters.Published.ToString(), otters.Venue, otters.Url, Assert.Single(otters.Signals!.Keywords)));
        Assert.Equal(("arxiv:2006.00001", "2020", null), (herons.Key.Value, herons.Published.ToString(), herons.Venue));
    }

    [Fact]
    public async Task Read_RecordsWithoutEnds_AreReadAndThoseWithoutTitlesRejected()
    {
        var records = await _source.ReadAsync("junk\nTY  - JOUR\nTI  - Otters that juggle\nTY  - JOUR\nAU  - Reed, Ida\n");

        Assert.Equal(("Otters that juggle", "There is no title."), (records[0].Paper!.Title, records[1].Rejection!.Reason));
    }

    [Property]
    public bool Read_AnyBytes_IsSound(byte[] bytes) => SourceReading.AreSound(_source.ReadAsync([.. "TY  - JOUR\n"u8, .. bytes ?? []]).GetAwaiter().GetResult());

    [Property(MaxTest = 300)]
    public bool Read_MutatedRecords_AreSound(PositiveInt at, byte with)
    {
        var bytes = Encoding.UTF8.GetBytes(Two);
        bytes[at.Get % bytes.Length] = with;
        return SourceReading.AreSound(_source.ReadAsync(bytes).GetAwaiter().GetResult());
    }

    [Property]
    public bool Read_WhatWasWritten_ComesBack(NonNull<string> title, PositiveInt year)
    {
        var (folded, known) = (SourceText.Fold(title.Get), 1 + (year.Get % 9999));
        if (folded.Length is 0 or > SourceText.LongestTitle || folded.Any(char.IsSurrogate))
            return true;
        var record = _source.ReadAsync($"TY  - JOUR\nTI  - {folded}\nPY  - {known:0000}\nER  - \n").GetAwaiter().GetResult().Single();
        return record.Paper is { } paper && paper.Title == folded && paper.Published?.Year == known;
    }
}
