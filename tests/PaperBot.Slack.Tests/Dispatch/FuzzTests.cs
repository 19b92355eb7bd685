using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;
using PaperBot.Slack.Http;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.SocketMode;

namespace PaperBot.Slack.Tests.Dispatch;

/// <summary>Payloads with parts of the wrong type, cut off, or of another world.</summary>
public sealed class FuzzTests
{
    private const string Canary = "canary-text";

    private static readonly string[] Good =
    [
        Payloads.Message("E1", Canary, threadTs: "1.0"),
        Payloads.Message("E1", Canary, type: "app_mention"),
        Payloads.Message("E1", Canary, type: "never_heard_of"),
        Payloads.Command("t1", Canary),
        """{"type":"event_callback","event_id":"E1","event":{"type":"reaction_added","user":"U1","item":{"channel":"C1","ts":"1.1"}}}""",
        """{"type":"event_callback","event_id":"E1","event":{"type":"link_shared","channel":"C1","links":[{"url":"canary-text"}]}}""",
        """{"type":"event_callback","event_id":"E1","event":{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}}""",
        """
        {"type":"event_callback","event_id":"E1",
        "event":{"type":"assistant_thread_started","assistant_thread":{"user_id":"U1","channel_id":"D1","thread_ts":"1.1"}}}
        """,
        """
        {"type":"block_actions","trigger_id":"t1","user":{"id":"U1","username":"ada"},"team":{"id":"T1"},"channel":{"id":"C1"},
        "response_url":"http://127.0.0.1:9/","message":{"ts":"1.1","thread_ts":"1.0","text":"canary-text","blocks":[{"type":"divider"}]},
        "container":{"type":"message","message_ts":"1.1","is_ephemeral":true},
        "actions":[{"type":"button","action_id":"share","block_id":"b","value":"canary-text","action_ts":"2.2","selected_options":[{"value":"x"}]}]}
        """,
        """
        {"type":"view_submission","trigger_id":"t1","user":{"id":"U1"},"view":{"id":"V1","type":"modal","callback_id":"form",
        "private_metadata":"canary-text","state":{"values":{"b":{"a":{"type":"plain_text_input","value":"canary-text"},
        "c":{"type":"static_select","selected_option":{"value":"x"}}}}}},"response_urls":[]}
        """,
        """
        {"type":"message_action","trigger_id":"t1","callback_id":"cb","user":{"id":"U1"},"channel":{"id":"C1"},
        "message":{"ts":"1.1","text":"canary-text"}}
        """,
        """{"type":"shortcut","trigger_id":"t1","callback_id":"cb","user":{"id":"U1"}}""",
        """{"type":"block_suggestion","action_id":"paper","value":"canary-text","user":{"id":"U1"}}""",
    ];

    // What may stand where something else is expected; the last two are refused by System.Text.Json when they are read as a text.
    private static readonly string[] Wrong =
        ["null", "1", "1e999", "true", "[]", "{}", "[null,1,{}]", "\"\"", "\"x\"", "\"\\ud83d\"", "\"\\udc00 canary-text\""];

    private static Arbitrary<string> Broken()
    {
        var swapped =
            from good in Gen.Elements(Good)
            from wrong in Gen.Elements(Wrong)
            from which in Gen.Choose(0, 1_000)
            select Swap(good, wrong, which);
        var cut =
            from good in Gen.Elements(Good)
            from length in Gen.Choose(0, good.Length)
            select good[..length];
        var changed =
            from good in Gen.Elements(Good)
            from at in Gen.Choose(0, good.Length - 1)
            from other in Gen.Elements("\"\\{}[],:0\0\uD800é".ToCharArray())
            select good[..at] + other + good[(at + 1)..];
        return Gen.OneOf(swapped, cut, changed, ArbMap.Default.GeneratorFor<string>().Where(text => text is not null)).ToArbitrary();
    }

    [Property(MaxTest = 3_000)]
    public Property Readers_NeverThrow() => Prop.ForAll(Broken(), text =>
    {
        foreach (var kind in Enum.GetValues<DeliveryKind>())
        {
            if (Incoming.Read(kind, text, "env") is { } incoming)
                Assert.True(incoming.Id.Length > 0 && (incoming.Request is null || Lane.Of(incoming.Request, incoming.Id).Length > 0));
        }

        Envelope.Read(text);
        Envelope.Read("""{"type":"interactive","envelope_id":"e","payload":""" + text + "}");
        SlackRequest.Read("application/json", Encoding.UTF8.GetBytes(text));
        SlackRequest.Read("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(text));
        SlackRequest.Read("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(text)));
    });

    [Property(MaxTest = 1_000)]
    public Property OneFieldOfAnotherType_LosesNoMessage() => Prop.ForAll(
        Gen.Elements("user", "text", "ts", "thread_ts", "channel", "files", "bot_id", "edited", "unknown").ToArbitrary(),
        Gen.Elements(Wrong).ToArbitrary(),
        (field, wrong) =>
        {
            var payload = $$$"""
                {"type":"event_callback","event_id":"E1","team_id":"T1","event":{"type":"message","channel_type":"im","{{{field}}}":{{{wrong}}}}}
                """;
            var incoming = Incoming.Read(DeliveryKind.Event, payload, null)!;
            Assert.Equal(("E1", "T1", "im"), (incoming.Id, incoming.TeamId, Assert.IsType<MessageEvent>(incoming.Request).ChannelType));
        });

    [Property(MaxTest = 40)]
    public Property Entrances_AnswerAll_AndLogNothingOfIt() => Prop.ForAll(Broken().Generator.ArrayOf(20).ToArbitrary(), texts => Task.Run(async () =>
    {
        await using var host = await SlackHost.StartAsync(slack =>
        {
            slack.Services.AddSingleton(new Probe());
            slack.RegisterEventHandler<SlackEvent, ProbeEvents<SlackEvent>>()
                .RegisterSlashCommandHandler<ProbeRequests>()
                .RegisterBlockActionHandler<ProbeRequests>("share")
                .RegisterViewSubmissionHandler<ProbeRequests>("form")
                .RegisterMessageShortcutHandler<ProbeRequests>("cb")
                .RegisterGlobalShortcutHandler<ProbeRequests>("cb")
                .RegisterBlockOptionProvider<ProbeRequests>("paper");
        });
        foreach (var text in texts)
        {
            foreach (var kind in Enum.GetValues<DeliveryKind>())
                (await host.Dispatcher.ReceiveAsync(kind, text, "env", default)).Dispose();
            var (status, _) = await new Http.SignedPost(text).SendAsync(host);
            Assert.Contains(status, (int[])[200, 400]);
        }

        Assert.DoesNotContain(Canary, host.Log.Text, StringComparison.Ordinal);
    }).GetAwaiter().GetResult());

    [Fact]
    public void HalfAnEmoji_IsReplaced_AndTheRestIsKept()
    {
        const string payload =
            """{"type":"event_callback","event_id":"E1","event":{"type":"message","text":"a \ud83d\ude00 \\ud83d b \ud83d"}}""";
        var message = Assert.IsType<MessageEvent>(Incoming.Read(DeliveryKind.Event, payload, null)!.Request);
        Assert.Equal("a \U0001F600 \\ud83d b \uFFFD", message.Text);
    }

    /// <summary>Puts something else in the place of one value.</summary>
    private static string Swap(string good, string wrong, int which)
    {
        using var document = JsonDocument.Parse(good);
        var places = new List<string>();
        Collect(document.RootElement, places);
        var place = places[which % places.Count];
        var at = good.IndexOf(place, StringComparison.Ordinal);
        return good[..at] + wrong + good[(at + place.Length)..];
    }

    private static void Collect(JsonElement element, List<string> places)
    {
        places.Add(element.GetRawText());
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
                Collect(property.Value, places);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, places);
        }
    }
}
