using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Embedding;

namespace PaperBot.Tests.Retrieval;

/// <summary>The rooms of the program over a library in a temporary folder, put together as the program does it.</summary>
internal sealed class LibraryRooms : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _rooms;

    /// <param name="models">Null is a machine without a model.</param>
    public LibraryRooms(EmbeddingModelLoader? models = null) => _rooms = Rooms(_folder.Path, models ?? NoModel(_folder.Path));

    public string Folder => _folder.Path;

    public T Get<T>()
        where T : notnull => _rooms.GetRequiredService<T>();

    public static EmbeddingModelLoader NoModel(string folder) => new(new ModelStore(Path.Combine(folder, "models")), Options.Create(new EmbeddingOptions()));

    public void Dispose()
    {
        _rooms.Dispose();
        _folder.Dispose();
    }

    private static ServiceProvider Rooms(string folder, EmbeddingModelLoader models)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:DataFolder"] = Path.Combine(folder, "data") }).Build());
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        Program.Rooms(services);
        services.AddSingleton(models);
        return services.BuildServiceProvider();
    }
}
