namespace PaperBot.Benchmarks.Speed;

/// <summary>What a whole process of the program takes: time to begin and end, and memory.</summary>
internal static class ProcessSpeed
{
    /// <summary>The argument that makes this program end at once.</summary>
    public const string Nothing = "nothing";
}
