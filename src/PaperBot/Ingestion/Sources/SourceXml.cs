using System.Xml;
using System.Xml.Linq;
using PaperBot.Ingestion.Sources.Web;

namespace PaperBot.Ingestion.Sources;

/// <summary>XML that a stranger sent.</summary>
internal static class SourceXml
{
    // Deeper than any source nests; reading the text of an element takes stack for each level.
    private const int Deepest = 200;

    /// <param name="source">Who sent it.</param>
    /// <param name="dtd">Prohibited, or ignored for the one source that names its DTD in every answer; never read.</param>
    /// <exception cref="SourceException">It is no XML, or holds a DTD.</exception>
    public static XDocument Load(ReadOnlyMemory<byte> body, string source, DtdProcessing dtd = DtdProcessing.Prohibit)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = dtd == DtdProcessing.Parse ? DtdProcessing.Prohibit : dtd,
            XmlResolver = null,
            // Abstracts hold control characters that XML has no place for.
            CheckCharacters = false,
            MaxCharactersFromEntities = 1024,
        };
        try
        {
            var bytes = body.ToArray();
            using (var look = XmlReader.Create(new MemoryStream(bytes, writable: false), settings))
            {
                while (look.Read())
                {
                    if (look.Depth > Deepest)
                        throw SourceException.Changed(source, "it is nested without an end");
                }
            }

            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException)
        {
            throw SourceException.Changed(source, e is XmlException { LineNumber: > 0 } fault
                ? $"it is no XML from line {fault.LineNumber} on" : "it is no XML", e);
        }
    }

    public static int Line(this XElement element) => ((IXmlLineInfo)element).HasLineInfo() ? Math.Max(1, ((IXmlLineInfo)element).LineNumber) : 1;

    /// <summary>The first child of that name in any namespace; sources change those more often than names.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Within(this XContainer root, string name) =>
        root.Descendants().Where(element => element.Name.LocalName == name);

    /// <summary>The folded text of a child; empty when there is none.</summary>
    public static string Text(this XElement element, string name) => SourceText.Fold(element.Child(name)?.Value ?? "");
}
