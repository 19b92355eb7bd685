using System.Globalization;
using System.Security;

namespace PaperBot.Tests.Ingestion.Web;

/// <summary>Answers in the shapes that arXiv sends, of papers that nobody wrote.</summary>
internal static class ArxivAnswers
{
    public static string Entry(string id, string title, string summary = "Otters juggle stones.", string authors = "Ida Reed;Tom Quill", string more = "") => $"""
          <entry>
            <id>http://arxiv.org/abs/{id}</id>
            <title>{SecurityElement.Escape(title)}</title>
            <updated>2026-06-11T17:59:49Z</updated>
            <link href="https://arxiv.org/abs/{id}" rel="alternate" type="text/html"/>
            <link href="https://arxiv.org/pdf/{id}" rel="related" type="application/pdf" title="pdf"/>
            <summary>  {SecurityElement.Escape(summary)}
        </summary>
            <category term="cs.IR" scheme="http://arxiv.org/schemas/atom"/>
            <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
            <category term="H.3.3; I.2.7" scheme="http://arxiv.org/schemas/atom"/>
            <published>2026-06-09T10:00:00Z</published>
            {more}
            <arxiv:primary_category term="cs.IR"/>
            {string.Concat(authors.Split(';').Select(name => $"<author><name>{name}</name></author>"))}
          </entry>
        """;

    public static string Atom(int total, int start, params string[] entries) => string.Create(CultureInfo.InvariantCulture, $"""
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
          <id>https://arxiv.org/api/AmP52hjugHUkFnXxljKh3VmH0bs</id>
          <title>arXiv Query: search_query=cat:cs.IR&amp;id_list=&amp;start={start}&amp;max_results=5</title>
          <updated>2026-06-14T02:30:47Z</updated>
          <opensearch:itemsPerPage>{entries.Length}</opensearch:itemsPerPage>
          <opensearch:totalResults>{total}</opensearch:totalResults>
          <opensearch:startIndex>{start}</opensearch:startIndex>
        {string.Concat(entries)}
        </feed>
        """);

    public static string Oai(string? token, params string[] records) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
        <responseDate>2026-06-14T14:58:15Z</responseDate>
        <request verb="ListRecords" metadataPrefix="arXiv">http://export.arxiv.org/oai2</request>
        <ListRecords>
        {string.Concat(records)}
        {(token is null ? "<resumptionToken cursor=\"2\" completeListSize=\"3\"/>" : $"<resumptionToken cursor=\"0\" completeListSize=\"3\">{token}</resumptionToken>")}
        </ListRecords>
        </OAI-PMH>
        """;

    public static string OaiError(string code) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-06-14T13:31:17Z</responseDate>
        <request verb="ListRecords">http://export.arxiv.org/oai2</request><error code="{code}">The reason in words</error></OAI-PMH>
        """;

    public static string Record(string id, string stamp, string title, string comments = "9 pages") => $"""
        <record>
        <header>
         <identifier>oai:arXiv.org:{id}</identifier>
         <datestamp>{stamp}</datestamp>
         <setSpec>cs:cs:IR</setSpec>
        </header>
        <metadata>
         <arXiv xmlns="http://arxiv.org/OAI/arXiv/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://arxiv.org/OAI/arXiv/ http://arxiv.org/OAI/arXiv.xsd">
         <id>{id}</id><created>2026-06-10</created><updated>2026-06-12</updated><authors><author><keyname>Reed</keyname><forenames>Ida</forenames><suffix>Jr</suffix></author><author><keyname>M\"uller</keyname><forenames>J\"org</forenames><affiliation>A place</affiliation></author><author><keyname>:</keyname></author></authors><title>{title}</title><categories>cs.IR cs.CL</categories><comments>{comments}</comments><journal-ref>J. Otters 3 (2026) 14</journal-ref><doi>10.1234/otters.3, 10.1234/otters.4</doi><license>http://arxiv.org/licenses/nonexclusive-distrib/1.0/</license><abstract>  Herons fish
        at $O(n \log n)$.
        </abstract></arXiv>
        </metadata>
        </record>
        """;

    public static string Rss(params string[] items) => $"""
        <?xml version='1.0' encoding='UTF-8'?>
        <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0">
          <channel>
            <title>cs.IR updates on arXiv.org</title>
            <link>http://rss.arxiv.org/rss/cs.IR</link>
            <lastBuildDate>Fri, 12 Jun 2026 04:00:00 +0000</lastBuildDate>
            <skipDays><day>Sunday</day><day>Saturday</day></skipDays>
            {string.Concat(items)}
          </channel>
        </rss>
        """;

    public static string Item(string id, string title, string kind = "new") => $"""
        <item>
          <title>{title}</title>
          <link>https://arxiv.org/abs/{id}</link>
          <description>arXiv:{id} Announce Type: {kind}
        Abstract: Voles dig tunnels.</description>
          <guid isPermaLink="false">oai:arXiv.org:{id}</guid>
          <category>cs.IR</category>
          <category>cs.DB</category>
          <pubDate>Fri, 12 Jun 2026 00:00:00 -0400</pubDate>
          <arxiv:announce_type>{kind}</arxiv:announce_type>
          <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
          <dc:creator>Ida Reed, Tom Quill</dc:creator>
        </item>
        """;
}
