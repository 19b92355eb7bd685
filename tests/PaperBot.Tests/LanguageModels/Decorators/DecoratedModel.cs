using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Decorators;
using PaperBot.LanguageModels.Usage;

namespace PaperBot.Tests.LanguageModels.Decorators;

/// <summary>A scripted model with all that lies around it, a library of its own and a clock that stands still.</summary>
internal sealed class DecoratedModel : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IChatClient _client;

    public DecoratedModel(ScriptedModel model, Action<LanguageModelOptions>? change = null, TimeProvider? time = null, ILoggerFactory? loggers = null)
    {
        Model = model;
        var options = new LanguageModelOptions { Provider = "openai", Model = "gpt-x", Retries = 0, CachedResponses = 0, ApiKey = "sk-hidden" };
        change?.Invoke(options);
        Usage = new UsageStore(_folder.Library(), time ?? Time);
        _client = Decorated.Around(model, _ => null, options, Usage, time ?? Time, loggers ?? NullLoggerFactory.Instance);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));

    public ScriptedModel Model { get; }

    public UsageStore Usage { get; }

    public IChatClient Client => _client;

    /// <returns>All that was said, and the failure that ended it.</returns>
    public async Task<(string Words, LanguageModelException? Failure)> AskAsync(
        string question = "why?", string person = "U1", CancellationToken cancellationToken = default)
    {
        var words = "";
        try
        {
            await foreach (var piece in _client.GetStreamingResponseAsync(question, ModelCall.Options(person, "answer/1"), cancellationToken))
                words += piece.Text;
            return (words, null);
        }
        catch (LanguageModelException e)
        {
            return (words, e);
        }
    }

    public async Task<LanguageModelFailure?> FailAsync() => (await AskAsync()).Failure?.Failure;

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }
}
