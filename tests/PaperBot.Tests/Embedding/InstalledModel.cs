using PaperBot.Embedding;
using PaperBot.Embedding.Tokens;

namespace PaperBot.Tests.Embedding;

/// <summary>The default model as the installer leaves it in the user's cache; the first run on a machine installs it.</summary>
public sealed class InstalledModel : IAsyncLifetime, IDisposable
{
    private OnnxEmbeddingGenerator? _generator;

    internal OnnxEmbeddingGenerator Generator => _generator ?? throw new InvalidOperationException("The model is not installed yet.");

    internal TextTokenizer Tokenizer => field ??= new TextTokenizer(Vocabulary.Read(Generator.Model.TokenizerPath));

    public async Task InitializeAsync() => _generator = new OnnxEmbeddingGenerator(await new ModelStore(ModelStore.DefaultFolder).EnsureDefaultAsync());

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _generator?.Dispose();
}

[CollectionDefinition(Name)]
public sealed class InstalledModelTests : ICollectionFixture<InstalledModel>
{
    public const string Name = "Installed model";
}
