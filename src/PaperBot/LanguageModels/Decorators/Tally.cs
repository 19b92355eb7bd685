using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>The tokens of one call: as the provider counts them, or estimated where it does not come to that.</summary>
internal sealed class Tally(IReadOnlyCollection<ChatMessage> asked)
{
    /// <summary>About what English text has, by the rule of thumb that providers publish.</summary>
    private const int CharactersPerToken = 4;

    private bool _answered;
    private bool _ended;
    private long _characters;
    private UsageDetails? _counted;

    public LanguageModelException? Failure { get; private set; }

    public long InputTokens => _counted?.InputTokenCount ?? (IsPaid ? Tokens(asked.Sum(message => Length(message.Contents))) : 0);

    // What is counted before the end of a stream is not all of it.
    public long OutputTokens => _counted?.OutputTokenCount is { } counted && _ended
        ? counted
        : Math.Max(_counted?.OutputTokenCount ?? 0, Tokens(_characters));

    public async Task<T> WatchAsync<T>(Func<Task<T>> step)
    {
        try
        {
            var result = await step().ConfigureAwait(false);
            _answered = true;
            // A whole answer, or the end of a stream.
            _ended = result is not true;
            return result;
        }
        catch (LanguageModelException e)
        {
            Failure = e;
            throw;
        }
    }

    public void Add(ChatResponse response)
    {
        _counted = response.Usage;
        _characters += response.Messages.Sum(message => Length(message.Contents));
    }

    public void Add(IEnumerable<AIContent> contents)
    {
        foreach (var usage in contents.OfType<UsageContent>())
            (_counted ??= new UsageDetails()).Add(usage.Details);
        _characters += Length(contents);
    }

    // What never reached a model, or was turned away, costs nothing. A caller who went away may have to pay.
    private bool IsPaid => _answered || Failure is null || Failure.Failure
        is LanguageModelFailure.TimedOut or LanguageModelFailure.Interrupted or LanguageModelFailure.Unreadable or LanguageModelFailure.Declined;

    private static long Tokens(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;

    private static long Length(IEnumerable<AIContent> contents) => contents.Sum(content => (long)(content switch
    {
        TextContent text => text.Text.Length,
        TextReasoningContent thought => thought.Text.Length,
        FunctionCallContent call =>
            call.Name.Length + (call.Arguments?.Sum(argument => argument.Key.Length + (argument.Value?.ToString()?.Length ?? 0)) ?? 0),
        FunctionResultContent result => result.Result?.ToString()?.Length ?? 0,
        _ => 0,
    }));
}
