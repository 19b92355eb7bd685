using System.Globalization;
using System.Runtime.CompilerServices;
using PaperBot.Answering.Conversations;

namespace PaperBot.Tests.Answering.Conversations;

/// <param name="IsQuestion">Whether it asks something that papers answer, wherever it is said.</param>
internal sealed record LabelledMessage(bool IsForTheBot, bool IsQuestion, OverheardMessage Message)
{
    /// <summary>
    /// Lines of a team's threads, invented for this. The rules were written over <c>development</c>; <c>later</c> was written after the rules
    /// were done and <c>held-out</c> before, and neither was looked at before its figures were taken.
    /// </summary>
    public static IReadOnlyList<LabelledMessage> Read(string set) =>
        [.. File.ReadLines(Path.Combine(Folder(), $"addressed.{set}.tsv")).Skip(1).Select(line => Parse(line.Split('\t')))];

    private static LabelledMessage Parse(string[] cells) => new(cells[0] == "yes", cells[1] == "yes", new OverheardMessage(
        cells[6], cells[5] == "yes", cells[2] switch { "bot" => Speaker.Bot, "sender" => Speaker.Writer, _ => Speaker.SomeoneElse }, cells[3] == "yes",
        TimeSpan.FromMinutes(int.Parse(cells[4], CultureInfo.InvariantCulture))));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

/// <summary>How often the judgement is right: of what it takes, and of what there is to take.</summary>
internal sealed record Quality(double Precision, double Recall, IReadOnlyList<string> Wrong)
{
    public static Quality Of(IEnumerable<(string Text, bool Is, bool Judged)> judged)
    {
        var all = judged.ToList();
        double both = all.Count(one => one.Is && one.Judged);
        return new Quality(
            both / Math.Max(1, all.Count(one => one.Judged)), both / Math.Max(1, all.Count(one => one.Is)),
            [.. all.Where(one => one.Is != one.Judged).Select(one => $"{(one.Is ? "missed" : "taken")}: {one.Text}")]);
    }
}
