using PaperBot.Digests.Delivery;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>The chat of a simulation: one in memory, or a simulated workspace behind the bot's own way of posting.</summary>
internal interface ISimulatedChat
{
    /// <summary>How a host that has just started posts.</summary>
    IDigestPost Connect();

    /// <summary>The ids of the digests that people see, with their papers' keys; one for every message.</summary>
    IReadOnlyList<SeenDigest> Seen { get; }

    /// <summary>The same of one place.</summary>
    IReadOnlyList<SeenDigest> SeenAt(string place);
}

/// <param name="Digest">The id that stays with the message.</param>
/// <param name="Papers">The keys of its papers.</param>
internal sealed record SeenDigest(string Digest, string Place, IReadOnlyList<string> Papers);
