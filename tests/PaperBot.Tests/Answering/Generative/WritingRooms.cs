using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Ingestion;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Tests.LanguageModels.Servers;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Answering.Generative;

/// <summary>A library of a few papers, and a language model on a socket that writes what a test says.</summary>
internal sealed class WritingRooms : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _rooms;

    private WritingRooms(WritingServer model, SmallLibrary library, IReadOnlyDictionary<string, string?> settings)
    {
        Model = model;
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(model.Settings)
            .AddInMemoryCollection(settings)
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:DataFolder"] = _folder.Path }).Build());
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        Program.Rooms(services);
        services.AddSingleton(library.Models);
        _rooms = services.BuildServiceProvider();
    }

    public WritingServer Model { get; }

    public static async Task<WritingRooms> StartAsync(SmallLibrary library, IEnumerable<Paper>? papers = null, params (string Name, string Value)[] settings)
    {
        var rooms = new WritingRooms(
            await ModelServer.StartAsync<WritingServer>(), library, settings.ToDictionary(setting => $"LanguageModel:{setting.Name}", setting => (string?)setting.Value));
        rooms.Get<PaperStore>().Store([.. papers ?? InventedPapers.All]);
        await rooms.Get<EmbeddingCatchUp>().RunAsync(null, CancellationToken.None);
        return rooms;
    }

    public T Get<T>()
        where T : notnull => _rooms.GetRequiredService<T>();

    public Task<Answer> AskAsync(string question) => Get<Ask>().AnswerAsync(question, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _rooms.DisposeAsync();
        await Model.DisposeAsync();
        _folder.Dispose();
    }
}
