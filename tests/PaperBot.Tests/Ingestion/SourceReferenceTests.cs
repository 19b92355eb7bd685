using FsCheck;
using FsCheck.Xunit;
using PaperBot.Ingestion.Fetching;

namespace PaperBot.Tests.Ingestion;

public sealed class SourceReferenceTests
{
    [Theory]
    [InlineData("arxiv:2111.08566", "arxiv:2111.08566")]
    [InlineData("2111.08566v2", "arxiv:2111.08566v2")]
    [InlineData("arXiv:2111.08566v1 [cs.DB] 5 Nov 2021", "arxiv:2111.08566v1")]
    [InlineData("<https://arxiv.org/pdf/2111.08566v2|arxiv.org>", "arxiv:2111.08566v2")]
    [InlineData("https://huggingface.co/papers/2111.08566", "arxiv:2111.08566")]
    [InlineData("https://huggingface.co/papers?date=2026-06-01", "hf:2026-06-01")]
    [InlineData("https://huggingface.co/papers/", "hf:daily")]
    [InlineData("https://huggingface.co/papers/trending", "hf:trending")]
    [InlineData("HuggingFace: daily", "hf:daily")]
    [InlineData("S2:“sparse retrieval”", "s2:sparse retrieval")]
    [InlineData("arxiv:\"a b\" AND \"c d\"", "arxiv:\"a b\" AND \"c d\"")]
    [InlineData("https://www.semanticscholar.org/paper/SPANN-Chen-Zhao/0123456789abcdef0123456789abcdef01234567?x=1", "s2:0123456789abcdef0123456789abcdef01234567")]
    [InlineData("10.1234/Otters.3", "doi:10.1234/otters.3")]
    [InlineData("doi:10.48550/arXiv.2111.08566", "arxiv:2111.08566")]
    [InlineData("https://dl.acm.org/doi/10.1145/3366423.3380281", "doi:10.1145/3366423.3380281")]
    [InlineData("https://aclanthology.org/2020.acl-main.1", "doi:10.18653/v1/2020.acl-main.1")]
    [InlineData("https://www.ncbi.nlm.nih.gov/pubmed/42286391", "pubmed:42286391")]
    [InlineData("PMID: 42286391", "pubmed:42286391")]
    [InlineData("https://www.zotero.org/groups/77/otters/library", "zotero:groups/77")]
    [InlineData("https://arxiv.org/list/cs.IR/recent", "arxiv:cs.IR")]
    public void Read_WhatPeopleType_NamesItsSource(string text, string reference) => Assert.Equal(reference, SourceReference.Read(text)?.ToString());

    [Theory]
    [InlineData("papers.jsonl")]
    [InlineData("C:\\papers\\a.bib")]
    [InlineData("attention is all you need")]
    [InlineData("https://example.org/otters")]
    [InlineData("-")]
    [InlineData("")]
    public void Read_AnythingElse_NamesNone(string text) => Assert.Null(SourceReference.Read(text));

    [Property]
    public bool Read_ItsOwnText_IsTheSameAgain(NonNull<string> text) =>
        SourceReference.Read(text.Get) is not { } read || SourceReference.Read(read.ToString()) is not null;
}
