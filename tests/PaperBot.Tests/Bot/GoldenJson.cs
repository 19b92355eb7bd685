using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Slack.Blocks;

namespace PaperBot.Tests.Bot;

/// <summary>What Slack is sent, compared whole with a file in <c>Golden</c>. UPDATE_GOLDEN=1 writes the files anew; then read the difference.</summary>
internal static class GoldenJson
{
    private static readonly JsonSerializerOptions AsSlackReads = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static void AssertView(string name, View view) => AssertSame(name, JsonSerializer.Serialize(view, AsSlackReads));

    public static void AssertMessage(string name, string text, IReadOnlyList<Block> blocks) =>
        AssertSame(name, JsonSerializer.Serialize(new { text, blocks }, AsSlackReads));

    private static void AssertSame(string name, string json, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, json + "\n");
        else
            Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), json + "\n");
    }
}
