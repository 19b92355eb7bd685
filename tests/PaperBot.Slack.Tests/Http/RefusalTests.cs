using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.Tests.Dispatch;

namespace PaperBot.Slack.Tests.Http;

/// <summary>What is refused over HTTP, how, and that nothing of it is logged.</summary>
public sealed class RefusalTests
{
    private const string Canary = "the-secret-of-the-message";
    private static readonly string Event = Payloads.Message("E1", Canary);

    [Fact]
    public async Task ForgedOldAndMissingSignatures_AreRefused()
    {
        var post = new SignedPost(Event);
        await RefusedAsync(401,
            post with { Secret = "another secret" },
            post with { Age = TimeSpan.FromMinutes(6) },
            post with { Age = TimeSpan.FromMinutes(-6) },
            post with { Signature = "" },
            post with { Timestamp = "" },
            post with { Times = 2 },
            post with { Times = 0 },
            post with { Signature = "v0=" },
            post with { Signature = "v0=00" },
            post with { Signature = "v0=" + new string('g', 64) },
            post with { Signature = "v0=" + new string('0', 64) },
            post with { Signature = "v1=" + new string('0', 64) },
            post with { Signature = new string('0', 10_000) },
            post with { Timestamp = "now" },
            post with { Timestamp = "-1" },
            post with { Timestamp = "99999999999999999999" },
            post with { Timestamp = "9223372036854775807" },
            post with { ContentType = "", Secret = "another secret" },
            post with { ContentType = "text/plain", Signature = "" });
    }

    [Fact]
    public async Task BodyChangedAfterSigning_IsRefused()
    {
        var signature = global::FakeSlack.HttpDelivery.Sign(SlackHost.Secret, Now, Encoding.UTF8.GetBytes(Event));
        await RefusedAsync(401, new SignedPost(Event + " ") { Timestamp = Now, Signature = signature });
    }

    [Fact]
    public async Task BodiesThatAreTooLarge_AreRefused_WhetherTheySayTheirLengthOrNot()
    {
        var large = new SignedPost(Payloads.Message("E1", Canary + new string('x', 1_100_000)));
        await RefusedAsync(413, large, large with { Chunked = true });
    }

    [Fact]
    public async Task SignedNonsense_IsRefused() => await RefusedAsync(400,
        new SignedPost(""),
        new SignedPost("{"),
        new SignedPost("null"),
        new SignedPost("[]"),
        new SignedPost($$"""{"type":"{{Canary}}"}"""),
        new SignedPost("""{"type":"event_callback"}"""),
        new SignedPost("""{"type":"event_callback","event":[]}"""),
        new SignedPost("""{"type":"event_callback","event":{"type":7}}"""),
        new SignedPost("""{"type":"url_verification","challenge":1}"""),
        new SignedPost("{\"a\":" + new string('[', 5_000)),
        new SignedPost([0xff, 0xfe, 0x00]),
        Form("a=b"),
        Form("payload=" + Canary),
        Form("payload=%7B%22type%22%3A"),
        Form(string.Join('&', Enumerable.Range(0, 500).Select(i => $"k{i}=v"))),
        Form("command="));

    [Fact]
    public async Task OtherContentTypes_AreRefused() => await RefusedAsync(415,
        new SignedPost(Event) { ContentType = "text/plain" },
        new SignedPost(Event) { ContentType = "" },
        new SignedPost(Event) { ContentType = "multipart/form-data; boundary=x" });

    [Fact]
    public async Task ClockThatIsFourMinutesOff_IsTaken()
    {
        await using var host = await StartAsync(new Probe());
        Assert.Equal((200, ""), await (new SignedPost(Event) { Age = TimeSpan.FromMinutes(4) }).SendAsync(host));
        Assert.Equal((200, ""), await (new SignedPost(Event) { Age = TimeSpan.FromMinutes(-4) }).SendAsync(host));
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactions")]
    public async Task EachAddress_TakesAllKinds(string path)
    {
        var probe = new Probe();
        await using var host = await StartAsync(probe);
        Assert.Equal(200, (await (new SignedPost(Event) { Path = path }).SendAsync(host)).Status);
        var command = Form("command=%2Fpapers&text=a+b%26c&trigger_id=t1&user_id=U1") with { Path = path, Chunked = true };
        Assert.Equal(200, (await command.SendAsync(host)).Status);
        var interaction = Form("payload=" + Uri.EscapeDataString("""{"type":"view_closed","view":{}}""")) with { Path = path };
        Assert.Equal(200, (await interaction.SendAsync(host)).Status);
        await probe.WaitAsync(seen => seen.Ended.Count == 2);
        Assert.Equal("a b&c", probe.Ended.OfType<SlashCommand>().Single().Text);
    }

    [Fact]
    public async Task UrlVerification_IsAnsweredOnlyWhenSigned()
    {
        await using var host = await StartAsync(new Probe());
        var post = new SignedPost("""{"token":"t","challenge":"3eZbrw1aB\"<","type":"url_verification"}""");
        var (status, body) = await post.SendAsync(host);
        Assert.Equal(200, status);
        Assert.Equal("3eZbrw1aB\"<", System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("challenge").GetString());
        Assert.Equal((401, ""), await (post with { Secret = "another" }).SendAsync(host));
    }

    [Fact]
    public async Task CertificateCheck_NeedsNoSignature()
    {
        await using var host = await StartAsync(new Probe());
        Assert.Equal((200, ""), await (Form("ssl_check=1&token=x") with { Signature = "", Timestamp = "" }).SendAsync(host));
    }

    private static string Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static SignedPost Form(string body) => new(body) { ContentType = "application/x-www-form-urlencoded" };

    private static async Task RefusedAsync(int status, params SignedPost[] posts)
    {
        var probe = new Probe();
        await using var host = await StartAsync(probe);
        for (var i = 0; i < posts.Length; i++)
            Assert.Equal((i, status, ""), (i, (await posts[i].SendAsync(host)) is var (found, body) ? found : 0, body));
        Assert.Empty(probe.Begun);
        Assert.DoesNotContain(Canary, host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("v0=", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static Task<SlackHost> StartAsync(Probe probe) => SlackHost.StartAsync(slack =>
    {
        slack.Services.AddSingleton(probe);
        slack.RegisterEventHandler<SlackEvent, ProbeEvents<SlackEvent>>().RegisterSlashCommandHandler<ProbeRequests>();
    });
}
