using PaperBot.Digests.Delivery;
using PaperBot.Digests.Ranking;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>Papers that come at random times, in some weeks none. Each carries the time at which its import began and is seen a little later.</summary>
internal sealed class SimulatedPapers
{
    public SimulatedPapers(SimulationPlan plan, Random random)
    {
        for (var day = 0; day < plan.Days; day++)
        {
            // Every third week is silent.
            var count = day / 7 % 3 == 2 ? 0 : random.Next(4);
            for (var i = 0; i < count; i++)
            {
                var at = plan.Start.AddDays(day).AddSeconds(random.Next(86_400));
                All.Add(new Arrival(
                    new Paper { Key = PaperKey.LocalId($"p{All.Count}"), Title = $"Invented paper {All.Count}", Abstract = "It is invented.", Source = "test" },
                    at, at.AddSeconds(random.Next(240))));
            }
        }
    }

    public List<Arrival> All { get; } = [];

    public void Store(PaperStore store) => store.Store([.. All.Select(arrival => arrival.Paper)]);

    public DigestDraft Select(DateTimeOffset after, DateTimeOffset until, DateTimeOffset now)
    {
        var items = All.Where(paper => paper.At > after && paper.At <= until && paper.SeenAt <= now)
            .Select(paper => new DigestItem(paper.Paper, 0.5, "It is invented.", "invented")).ToList();
        return new DigestDraft(items, items.Count);
    }
}

/// <param name="At">What the library says.</param>
/// <param name="SeenAt">From when on a search finds it.</param>
internal sealed record Arrival(Paper Paper, DateTimeOffset At, DateTimeOffset SeenAt);
