using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Bot.Replies;
using PaperBot.Slack.Blocks;

namespace PaperBot.Tests.Bot;

/// <summary>A message as it is sent, compared whole with Golden/NAME.json. UPDATE_GOLDEN=1 writes the files anew; then read the difference.</summary>
internal static class SlackGolden
{
    private static readonly JsonSerializerOptions Sent = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void Assert(string name, Reply reply) => Assert(name, new { reply.Text, reply.Blocks });

    public static void Assert(string name, object message)
    {
        var seen = JsonSerializer.Serialize(message, Sent).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(Folder(), name + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, seen);
        else
            Xunit.Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), seen);
    }

    public static string Json(IReadOnlyList<Block> blocks) => JsonSerializer.Serialize(blocks, Sent);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
