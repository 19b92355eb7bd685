using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Host.Health;

/// <summary>Whether the bot can do its work now, in words that a person who runs it understands.</summary>
internal sealed class Readiness(LibraryDatabase library, PaperStore papers, LibraryPreparation preparation, SlackLink slack)
{
    public ReadinessReport Look()
    {
        var (database, words) = Database();
        var (model, state) = Model();
        var (connected, link) = slack.Look();
        return new ReadinessReport(database && model && connected, words, state, link);
    }

    private (bool IsWell, string Words) Database()
    {
        try
        {
            return (true, $"answers; {papers.Count():N0} papers");
        }
        catch (Exception e) when (LibraryException.IsFault(e))
        {
            return (false, LibraryException.Of(e, library.Path).Message);
        }
    }

    private (bool IsWell, string Words) Model() => preparation.Model switch
    {
        ModelState.Installed => (true, "installed"),
        ModelState.Installing => (true, "being installed; papers are found by their words meanwhile"),
        _ => (false, "missing; papers are found by their words alone. `paperbot model install` mends that"),
    };
}

/// <summary>The answer of <c>/readyz</c>. The names are a contract with programs.</summary>
internal sealed record ReadinessReport(bool Ready, string Database, string Model, string Slack);
