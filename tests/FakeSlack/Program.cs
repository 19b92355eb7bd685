namespace FakeSlack;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        await Task.CompletedTask;
        Console.Error.WriteLine(args.Length);
        return 2;
    }
}
