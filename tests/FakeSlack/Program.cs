using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>
/// <c>render GOLDEN.json… --out DIR</c> writes each message as a page; <c>serve [--port N]</c> starts a workspace to type in.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["render", .. var rest] when Array.IndexOf(rest, "--out") is >= 1 and var at && at + 2 == rest.Length:
                return await RenderAsync(rest[..at], rest[at + 1]);
            case ["serve"]:
                return await ServeAsync(0);
            case ["serve", "--port", var text] when ushort.TryParse(text, out var port):
                return await ServeAsync(port);
            default:
                await Console.Error.WriteLineAsync("""
                    FakeSlack render GOLDEN.json… --out DIR   writes each message as an HTML page
                    FakeSlack serve [--port N]                starts a workspace in which one can type
                    """);
                return 2;
        }
    }

    private static async Task<int> RenderAsync(string[] files, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var message = JsonNode.Parse(await File.ReadAllTextAsync(file)) ?? throw new InvalidDataException($"{file} holds nothing.");
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".html"), BlockHtml.Render(message, name));
        }
        return 0;
    }

    private static async Task<int> ServeAsync(int port)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.TrySetResult();
        };
        await using var workspace = await FakeWorkspace.StartAsync(new WorkspaceOptions { Port = port });
        var user = workspace.AddUser("ada", isAdmin: true);
        var channel = workspace.AddChannel("papers");
        _ = user.DirectChannel;
        Console.WriteLine($"""
            export SLACK_API_URL={workspace.ApiUrl}
            export SLACK_APP_TOKEN={workspace.AppToken}
            export SLACK_BOT_TOKEN={workspace.BotToken}
            # Type here as {user.Name}: {workspace.BaseUrl}channel/{channel.Id}
            """);
        await stop.Task;
        return 0;
    }
}
