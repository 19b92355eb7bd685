namespace FakeSlack;

/// <summary>The style sheet of the pages.</summary>
internal static class Style
{
    public static string Css { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(Style).Assembly.GetManifestResourceStream("FakeSlack.Page.slack.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
