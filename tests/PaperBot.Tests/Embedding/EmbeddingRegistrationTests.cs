using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Embedding;

namespace PaperBot.Tests.Embedding;

public sealed class EmbeddingRegistrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Load_ModelInstalledLater_IsSeenThen()
    {
        using var services = Services(("Embedding:Model", "tiny"), ("Embedding:ModelsFolder", _folder["models"]), ("Embedding:Threads", "1"));
        var loader = services.GetRequiredService<EmbeddingModelLoader>();
        Assert.Null(loader.Load());

        var model = await services.GetRequiredService<ModelStore>().InstallAsync(new ModelRequest { From = TinyExport.Write(_folder["tiny"]) });

        Assert.Equal(model.Id, loader.Load()?.Model.Id);
        Assert.Same(loader.Load(), loader.Load());
    }

    [Theory]
    [InlineData("Embedding:Threads", "-1", "Threads must be between 0 and 256")]
    [InlineData("Embedding:Model", "../other", "Embedding:Model must be the name")]
    [InlineData("Embedding:Model", "", "Model")]
    public void Options_ValueOutOfRange_SaysWhichAndWhat(string setting, string value, string expected)
    {
        using var services = Services((setting, value));

        var e = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<EmbeddingOptions>>().Value);

        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_NothingSet_NameTheDefaultModel()
    {
        using var services = Services();
        Assert.Equal("all-MiniLM-L6-v2", services.GetRequiredService<IOptions<EmbeddingOptions>>().Value.Model);
    }

    public void Dispose() => _folder.Dispose();

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build())
        .AddEmbedding()
        .BuildServiceProvider();
}
