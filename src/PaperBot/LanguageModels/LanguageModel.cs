using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace PaperBot.LanguageModels;

/// <summary>The language model that the settings name, if any.</summary>
/// <param name="label">Provider and model, as people read it; empty when none is configured.</param>
/// <param name="client">Throws <see cref="LanguageModelException"/> alone when the model does not answer.</param>
internal sealed class LanguageModel(string label, IChatClient? client) : IDisposable
{
    public bool IsConfigured => client is not null;

    public string Label => label;

    /// <exception cref="InvalidOperationException">No model is configured.</exception>
    public IChatClient Client => client ?? throw new InvalidOperationException("No language model is configured.");

    /// <summary>A Semantic Kernel kernel of one request: its functions may belong to that request.</summary>
    public Kernel CreateKernel()
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(Client);
        return builder.Build();
    }

    public void Dispose() => client?.Dispose();
}
