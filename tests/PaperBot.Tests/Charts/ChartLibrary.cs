using Microsoft.Extensions.Options;
using PaperBot.Embedding;
using PaperBot.Ingestion;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Charts;

/// <summary>Invented papers on three subjects, embedded with the real model; tests read it and leave it as it is.</summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync.
public sealed class ChartLibrary : IAsyncLifetime
#pragma warning restore CA1001
{
    private LibraryRooms? _rooms;

    internal EmbeddingModelLoader Models { get; } = new(new ModelStore(ModelStore.DefaultFolder), Options.Create(new EmbeddingOptions()));

    /// <summary>Seven on fireflies (January to May 2022, one of 2021, one without a date), six on bread, six on ferries.</summary>
    internal static IReadOnlyList<Paper> Papers { get; } =
    [
        Of("firefly-1", "Counting Fireflies in Night Video", "2022-01-03", "cs.CV", "We count flashing fireflies in video of river meadows. Fireflies flash in a rhythm that a network follows."),
        Of("firefly-2", "FlashNet: Telling Firefly Species Apart by Their Flashes", "2022-01-20", "cs.CV", "Firefly species flash at different rhythms. A network tells firefly species apart by their flashes."),
        Of("firefly-3", "Fireflies and Street Lamps", "2022-02-11", "q-bio.PE", "Street lamps disturb fireflies: near lamps, fireflies flash less and find no mates."),
        Of("firefly-4", "How Fireflies Fall into Step", "2022-05-02", "q-bio.PE", "Swarms of fireflies flash in step. A model of coupled oscillators explains how fireflies fall into step."),
        Of("firefly-5", "A Census of Fireflies by Volunteers", "2022-05-17", "q-bio.PE", "Volunteers count fireflies in their gardens. Their census of fireflies agrees with cameras."),
        Of("firefly-6", "Firefly Larvae in Wet Meadows", "2021", "q-bio.PE", "Firefly larvae live in wet meadows. Where meadows dry, fireflies vanish."),
        Of("firefly-7", "The Chemistry of Firefly Light", "", "q-bio.BM", "The light of fireflies comes from luciferin. We measure how bright fireflies are at each temperature."),
        Of("bread-1", "Rising of Sourdough Bread at Low Temperature", "2020-03-01", "physics.soc-ph", "Sourdough bread rises slowly when it is cold. We measure yeast and acid in the dough."),
        Of("bread-2", "A Model of Yeast in Bread Dough", "2020-04-01", "physics.soc-ph", "Yeast makes gas in bread dough. A model tells the volume of the dough from sugar and yeast."),
        Of("bread-3", "Crust and Crumb: Images of Bread", "2020-05-01", "cs.CV", "Pictures of sliced bread show the pores of the crumb. Their size tells how long the dough rested."),
        Of("bread-4", "Rye Flour and the Taste of Sourdough", "2020-06-01", "physics.soc-ph", "Rye flour changes the taste of sourdough bread. Bakers taste the acid of the dough."),
        Of("bread-5", "Kneading Bread Dough by Robot", "2020-07-01", "cs.RO", "A robot kneads bread dough and feels when the dough is elastic enough."),
        Of("bread-6", "Baking Bread with Less Energy", "2020-08-01", "physics.soc-ph", "Ovens waste heat when bread is baked. Steam in the oven bakes the bread with less energy."),
        Of("ferry-1", "Timetables for Island Ferries after Storms", "2019-01-01", "math.OC", "Storms delay ferries between islands. We compute timetables from which ferries recover sooner."),
        Of("ferry-2", "Batteries for Electric Ferries", "2019-02-01", "eess.SY", "Electric ferries charge while passengers board. We size the battery of a ferry by its route."),
        Of("ferry-3", "Passengers of Ferries: A Forecast", "2019-03-01", "stat.AP", "How many passengers a ferry carries depends on weather and holidays. We forecast the passengers of each ferry."),
        Of("ferry-4", "Docking a Ferry by Itself", "2019-04-01", "cs.RO", "A ferry docks by itself with radar and cameras, also in wind. The controller docks the ferry within a metre."),
        Of("ferry-5", "Waves from Fast Ferries on Shores", "2019-05-01", "physics.ao-ph", "Fast ferries make waves that wash away shores. We measure the waves of ferries at three islands."),
        Of("ferry-6", "Fares and Queues at Ferry Harbours", "2019-06-01", "math.OC", "Cars queue for ferries at harbours. A fare by the hour shortens the queue for the ferry."),
    ];

    internal LibraryRooms Rooms => _rooms ?? throw new InvalidOperationException("The library is not filled yet.");

    internal T Get<T>()
        where T : notnull => Rooms.Get<T>();

    public async Task InitializeAsync()
    {
        await new ModelStore(ModelStore.DefaultFolder).EnsureDefaultAsync();
        _rooms = new LibraryRooms(Models);
        Get<PaperStore>().Store(Papers);
        await Get<EmbeddingCatchUp>().RunAsync(null, CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        _rooms?.Dispose();
        Models.Dispose();
        return Task.CompletedTask;
    }

    private static Paper Of(string id, string title, string published, string category, string text) => new()
    {
        Key = new PaperKey($"local:{id}"),
        Title = title,
        Abstract = text,
        Categories = [category],
        Published = PublicationDate.TryParse(published, out var date) ? date : null,
        Source = "test",
    };
}

[CollectionDefinition(Name)]
public sealed class ChartTests : ICollectionFixture<ChartLibrary>
{
    public const string Name = "Charts";
}
