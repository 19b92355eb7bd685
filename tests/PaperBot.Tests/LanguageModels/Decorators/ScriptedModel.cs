using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PaperBot.Tests.LanguageModels.Decorators;

/// <summary>Stands where the provider's client would: each call plays the next of its scripts, the last one again and again.</summary>
internal sealed class ScriptedModel(params ScriptedModel.Script[] scripts) : IChatClient
{
    internal delegate IAsyncEnumerable<ChatResponseUpdate> Script(CancellationToken cancellationToken);

    private TaskCompletionSource _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Calls { get; private set; }

    public int Running { get; private set; }

    public ChatOptions? Options { get; private set; }

    /// <summary>Ends when a call has come to where it hangs.</summary>
    public async Task HangsAsync()
    {
        await _hanging.Task;
        _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public static Script Says(params string[] words) => Ends(ChatFinishReason.Stop, words);

    public static Script Ends(ChatFinishReason? reason, params string[] words) => _ => Pieces([
        .. words.Select(word => new ChatResponseUpdate(ChatRole.Assistant, word)), new ChatResponseUpdate { FinishReason = reason },
    ]);

    public static Script Counts(int input, int output, params string[] words) => _ => Pieces([
        .. words.Select(word => new ChatResponseUpdate(ChatRole.Assistant, word)),
        new ChatResponseUpdate
        {
            FinishReason = ChatFinishReason.Stop,
            Contents = [new UsageContent(new UsageDetails { InputTokenCount = input, OutputTokenCount = output })],
        },
    ]);

    public static Script Fails(Exception exception, params string[] words) => _ => Pieces(
        [.. words.Select(word => new ChatResponseUpdate(ChatRole.Assistant, word))], exception);

    /// <summary>Says something and then nothing, until it is cancelled.</summary>
    public Script Hangs(params string[] words) => token => HangAsync(words, token);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var script = Next ?? scripts[Math.Min(Calls, scripts.Length - 1)];
        (Calls, Options, Running) = (Calls + 1, options, Running + 1);
        try
        {
            await foreach (var piece in script(cancellationToken))
                yield return piece;
        }
        finally
        {
            Running--;
        }
    }

    /// <summary>Takes the place of the scripts.</summary>
    public Script? Next { get; set; }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Pieces(ChatResponseUpdate[] pieces, Exception? exception = null)
    {
        await Task.Yield();
        foreach (var piece in pieces)
            yield return piece;
        if (exception is not null)
            throw exception;
    }

    private async IAsyncEnumerable<ChatResponseUpdate> HangAsync(string[] words, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var word in words)
            yield return new ChatResponseUpdate(ChatRole.Assistant, word);
        _hanging.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
