using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Digests;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Embedding;
using PaperBot.Ingestion.Feeds;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Usage;
using PaperBot.Retrieval;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Home;

/// <summary>Gathers what a person's App Home tells, and publishes it.</summary>
internal sealed class HomePublisher(
    ISlackApiClient slack,
    BotIdentity identity,
    PaperStore papers,
    ReplyStore replies,
    DecisionStore decisions,
    ChannelSettingsStore settings,
    ModelStore models,
    IOptions<EmbeddingOptions> embedding,
    IOptions<LanguageModelOptions> languageModel,
    UsageStore usage,
    SubscriptionList subscriptions,
    FeedWatch feeds,
    IEnumerable<IConnectionHealth> connections,
    IOptions<BotOptions> options,
    TimeProvider time,
    ILogger<HomePublisher> log)
{
    // Clicks are replies as well, and have no question to show.
    private const int Looked = 30;

    /// <summary>A page that cannot be shown now harms nobody: it is made again when it is opened.</summary>
    public async Task PublishAsync(string person, CancellationToken cancellationToken)
    {
        try
        {
            var bot = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
            await slack.Views.PublishAsync(person, HomePage.Of(Content(person, bot.UserId)), cancellationToken).ConfigureAwait(false);
        }
        catch (SlackException e)
        {
            Log.NotPublished(log, e.Method, e.ErrorCode);
        }
    }

    private HomeContent Content(string person, string bot) => new(
        options.Value.Command,
        bot,
        papers.Statistics(),
        [
            .. connections.Select(connection => connection.Look()).Select(look => new Condition(look.IsWell, $"Slack: {look.Words}")),
            Model(),
            ModelCondition.Of(languageModel.Value, usage, time.GetUtcNow()),
            .. FeedCondition.Of(feeds.Look()) is { } condition ? [condition] : Array.Empty<Condition>(),
        ],
        [.. replies.OfPerson(person, Looked).Where(reply => reply.Request.Length > 0).Take(HomePage.Most)],
        [.. decisions.OfPerson(person, DecisionStore.MostOfPerson)
            .Where(decision => decision.Outcome != DecisionOutcome.Answered).Take(HomePage.Most)],
        settings.ChangedBy(person, HomePage.Most),
        [.. subscriptions.OfPerson(person).Select(subscriptions.Told).Select(told => new HomeDigest(told.Subscription, SubscriptionReply.What(told, person, papers.Find)))]);

    private Condition Model()
    {
        try
        {
            return models.Find(embedding.Value.Model) is { } model
                ? new(true, $"Search: by words and by meaning, with the model {model.Name}.")
                : new(false, "Search: by words alone, for no embedding model is installed. “paperbot model install” mends it.");
        }
        catch (EmbeddingModelException e)
        {
            return new(false, $"Search: by words alone. {e.Message}");
        }
    }
}
