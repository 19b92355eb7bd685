namespace PaperBot.Tests.Architecture;

internal static class Offenders
{
    /// <summary>Fails with all of them, a line each.</summary>
    public static void None(IEnumerable<string> offenders)
    {
        var found = offenders.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
