namespace PaperBot.Tests.Ingestion.Web;

/// <summary>Answers in the shapes that the services send, of papers that nobody wrote.</summary>
internal static class Answers
{
    public const string ScholarSearch = """
        {"total": 3, "offset": 0, "next": 2, "data": [
          {"paperId": "c8b25fab5608c3e033d34b4483ec47e68ba109b7", "externalIds": {"ArXiv": "2606.00001", "DOI": "10.1234/OTTERS.3", "CorpusId": 232352874},
           "url": "https://www.semanticscholar.org/paper/c8b25fab5608c3e033d34b4483ec47e68ba109b7", "title": "Otters that juggle stones", "year": 2026, "venue": "Journal of Otters",
           "publicationDate": null, "citationCount": 12, "tldr": {"model": "tldr@v2.0.0", "text": "Otters are shown to juggle."}, "s2FieldsOfStudy": [{"category": "Biology", "source": "external"}],
           "authors": [{"authorId": "1", "name": "I. Reed"}, {"authorId": "2", "name": "Tom Quill"}], "abstract": "Otters juggle stones."},
          {"paperId": "5b9d8bcc46b766b47389c912a8e026f81b91b0d8", "externalIds": {"MAG": "3111507638", "CorpusId": 229156802}, "url": "https://www.semanticscholar.org/paper/5b9d",
           "title": "Herons that fish", "year": 2020, "venue": "arXiv.org", "publicationDate": "2020-12-14", "citationCount": null, "tldr": null, "authors": [], "abstract": null}]}
        """;

    public const string ScholarLast = """
        {"total": 3, "offset": 2, "data": [{"paperId": "0000000000000000000000000000000000000001", "externalIds": {"ACL": "2020.acl-main.1"}, "title": "Swans that guard", "abstract": "Swans guard."}]}
        """;

    public const string OpenAlexWork = """
        {"id": "https://openalex.org/W1554322594", "doi": "https://doi.org/10.1234/otters.3", "title": "Otters that <i>juggle</i> stones", "display_name": "Otters that juggle stones",
         "publication_year": 2026, "publication_date": "2026-06-20", "ids": {"openalex": "https://openalex.org/W1554322594"},
         "primary_location": {"landing_page_url": "https://doi.org/10.1234/otters.3", "source": {"display_name": "Journal of Otters", "type": "journal"}},
         "locations": [{"landing_page_url": "https://doi.org/10.1234/otters.3"}, {"landing_page_url": "http://arxiv.org/abs/2606.00001"}],
         "authorships": [{"author_position": "first", "author": {"display_name": "Ida Reed"}, "raw_author_name": "Reed, I."}, {"author": {}, "raw_author_name": "Quill, Tom"}],
         "cited_by_count": 14, "is_retracted": false, "keywords": [{"display_name": "Juggling"}], "topics": [{"display_name": "Otters"}],
         "abstract_inverted_index": {"stones.": [2], "Otters": [0], "juggle": [1], "They": [3], "do.": [4], "never": [-1, 99999999]}}
        """;

    public const string CrossrefWork = """
        {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": {"DOI": "10.1234/otters.3", "title": ["Otters that <i>juggle</i> stones &amp; shells"], "subtitle": [],
         "abstract": "<jats:title>Abstract</jats:title><jats:p>Otters juggle <jats:italic>n</jats:italic> stones, <jats:inline-formula><jats:alternatives><jats:tex-math>$$ n &lt; 7 $$</jats:tex-math><mml:math><mml:mi>n</mml:mi></mml:math></jats:alternatives></jats:inline-formula>.</jats:p><jats:p>They do it well.</jats:p>",
         "author": [{"given": "Ida", "family": "Reed", "sequence": "first", "affiliation": []}, {"family": "Wagman"}, {"name": "The Otter Consortium"}],
         "issued": {"date-parts": [[2026, 6]]}, "published-online": {"date-parts": [[2026, 6, 20]]}, "container-title": ["Journal of Otters"], "subject": ["Biology"],
         "is-referenced-by-count": 9, "URL": "http://dx.doi.org/10.1234/otters.3", "type": "journal-article", "relation": {"cites": []}}}
        """;

    public const string PubMedSet = """
        <?xml version="1.0" ?>
        <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
        <PubmedArticleSet>
        <PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">42286391</PMID><Article PubModel="Electronic">
        <Journal><ISSN IssnType="Print">2191-219X</ISSN><JournalIssue CitedMedium="Print"><PubDate><Year>2026</Year><Month>Jun</Month></PubDate></JournalIssue><Title>Journal of Otters</Title></Journal>
        <ArticleTitle>Otters that juggle <sup>99m</sup>Tc stones.</ArticleTitle><ELocationID EIdType="doi" ValidYN="Y">10.1234/otters.3</ELocationID>
        <Abstract><AbstractText Label="BACKGROUND" NlmCategory="BACKGROUND">Otters juggle <sup>99m</sup>Tc&#xa0;stones.</AbstractText><AbstractText Label="RESULTS">They do it well.</AbstractText><CopyrightInformation>Nobody.</CopyrightInformation></Abstract>
        <AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Reed</LastName><ForeName>Ida</ForeName><Initials>I</Initials></Author><Author><CollectiveName>The Otter Consortium</CollectiveName></Author></AuthorList>
        <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList>
        <ArticleDate DateType="Electronic"><Year>2026</Year><Month>06</Month><Day>12</Day></ArticleDate></Article>
        <KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">Juggling</Keyword></KeywordList></MedlineCitation>
        <PubmedData><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.9999/cited</ArticleId></ArticleIdList></Reference></ReferenceList>
        <ArticleIdList><ArticleId IdType="pubmed">42286391</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
        <PubmedArticle><MedlineCitation><PMID Version="1">42286392</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>2019 Nov-Dec</MedlineDate></PubDate></JournalIssue><Title>Herons</Title></Journal>
        <ArticleTitle>[Herons that fish].</ArticleTitle><AuthorList><Author><LastName>Quill</LastName></Author></AuthorList>
        <PublicationTypeList><PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList></Article></MedlineCitation></PubmedArticle>
        </PubmedArticleSet>
        """;

    public const string ZoteroItems = """
        {"items": [
          {"id": "http://zotero.org/groups/77/items/ABCD2345", "type": "article-journal", "title": "Otters that juggle stones", "container-title": "arXiv:2606.00001 [cs]", "source": "arXiv.org",
           "author": [{"family": "Reed", "given": "Ida"}], "issued": {"date-parts": [["2026", 6, 9]]}, "abstract": "Otters juggle stones.", "note": "Comment: nine pages"},
          {"id": "http://zotero.org/groups/77/items/EFGH2345", "type": "paper-conference", "title": "Herons that fish", "DOI": "10.1234/HERONS", "issued": {"date-parts": [[2020]]}},
          {"id": "http://zotero.org/groups/77/items/NOTE2345", "type": "note"}]}
        """;
}
