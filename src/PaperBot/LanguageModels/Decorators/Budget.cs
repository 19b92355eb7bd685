using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using PaperBot.LanguageModels.Usage;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>No call once the day's tokens are used up, everybody's or the person's own. Calls that are under way then are finished.</summary>
internal sealed class Budget(IChatClient inner, LanguageModelOptions settings, UsageStore usage) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check(ModelCall.Person(options));
        return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Check(ModelCall.Person(options));
        await foreach (var piece in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            yield return piece;
    }

    private void Check(string person)
    {
        if (settings.TokensPerDay is { } all && usage.TokensToday() >= all)
            throw Spent($"The day's {all} tokens of LanguageModel:TokensPerDay are used up until midnight UTC.");
        if (settings.TokensPerPersonPerDay is { } own && usage.TokensToday(person) >= own)
            throw Spent($"A person has used up the day's {own} tokens of LanguageModel:TokensPerPersonPerDay, until midnight UTC.");
    }

    private static LanguageModelException Spent(string message) => new(LanguageModelFailure.BudgetSpent, message);
}
