using Microsoft.Extensions.AI;
using PaperBot.Host.Doctor;
using PaperBot.LanguageModels;
using PaperBot.Tests.LanguageModels.Decorators;

namespace PaperBot.Tests.Host;

public sealed class WriterCheckTests
{
    [Fact]
    public async Task Look_ModelThatStreamsAlone_IsWell()
    {
        using var model = new LanguageModel("openai-compatible test", new StreamsAlone(new ScriptedModel(ScriptedModel.Says("Hello."))));

        var finding = await new WriterCheck(model, TimeProvider.System).LookAsync(CancellationToken.None);

        Assert.StartsWith("openai-compatible test answers", finding.Words, StringComparison.Ordinal);
    }

    private sealed class StreamsAlone(IChatClient inner) : DelegatingChatClient(inner)
    {
        public override Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new LanguageModelException(LanguageModelFailure.Unreadable, "It streams alone.");
    }
}
