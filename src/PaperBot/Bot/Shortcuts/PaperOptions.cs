using PaperBot.Retrieval;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Shortcuts;

/// <summary>Offers papers of the library while a person types; the latest before they do.</summary>
internal sealed class PaperOptions(PaperFinder papers) : IBlockOptionProvider
{
    private const int Most = 25;

    public Task<IReadOnlyList<Option>> GetOptionsAsync(BlockOptionsRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Option>>([.. papers.Suggest(request.Value, Most).Select(PaperOption.Of)]);
}
