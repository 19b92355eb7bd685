using PaperBot.Bot.Replies;

namespace PaperBot.Bot.Rendering;

/// <summary>What the bot can do, one line each, with what to type.</summary>
internal static class HelpReply
{
    public static Reply Of(string id, Wording wording) => NoticeReply.Of(
        id,
        "*I answer questions from the papers in our library, each sentence with its source.* Mention me, write to me directly, or type:",
        string.Join('\n', new[]
        {
            ("ask How does SPANN search a billion vectors?", "a question; “ask” may be left out"),
            ("search graph networks author:leskovec since:2020", "papers by words, meaning and conditions"),
            ("summarize 2111.08566", "what a paper says, in short"),
            ("compare 2009.10819 2001.09769 on: memory, cost", "2 to 6 papers side by side"),
            ("similar 2111.08566", "papers like one"),
            ("show \"words of a title\"", "a paper with its abstract"),
            ("add https://arxiv.org/abs/2111.08566", "papers by id, DOI, address or query, as `hf:daily` or `arxiv:\"ti:retrieval\"`"),
            ("add @article{…}", "papers from BibTeX or JSON Lines that you paste"),
            ("export bibtex nearest neighbour search", "papers as a file; bibtex or csv"),
            ("trend sparse retrieval", "how many papers about it appeared when, as a chart"),
            ("map sparse retrieval", "the papers around it, in groups, as a map"),
            ("subscribe \"sparse retrieval\" weekdays 9:00", "new papers, as a digest in this channel or in a direct message"),
            ("subscriptions", "what is subscribed to; “subscriptions pause 2” and so on change it"),
            ("saved", "the papers that you put aside"),
            ("status", "the library in numbers"),
        }.Select(line => $"• {wording.Form(line.Item1)} {line.Item2}")),
        "A paper is an arXiv id, a DOI, an address, or words of its title. What you type here, only you see, until you share it.");
}
