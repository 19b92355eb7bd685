using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.WebApi;

public sealed class UploadTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly FileUpload File = new()
    {
        Channel = "C1",
        FileName = "a list.csv",
        Content = "one,two"u8.ToArray(),
        Title = "A list",
        AltText = "alt",
        InitialComment = "Here",
        ThreadTs = "1.0",
    };

    [Fact]
    public async Task Upload_IsAskedForSentAndCompleted()
    {
        await using var test = await TestClient.StartAsync();
        Prepare(test, "/upload/v1/secret-part", StubSlack.Text("OK - 7", 200));

        Assert.Equal("F1", await test.Client.Files.UploadAsync(File, None));

        Assert.Equal("filename=a+list.csv&length=7&alt_txt=alt", test.Slack.To("files.getUploadURLExternal").Single().Body);
        var bytes = test.Slack.Requests.Single(request => request.Path == "/upload/v1/secret-part");
        Assert.Equal(("POST", "", "one,two"), (bytes.Method, bytes.Authorization, bytes.Body));
        Assert.Equal(
            """{"files":[{"id":"F1","title":"A list"}],"channel_id":"C1","initial_comment":"Here","thread_ts":"1.0"}""",
            test.Slack.To("files.completeUploadExternal").Single().Body);
    }

    [Fact]
    public async Task Upload_BytesAreLostOnTheWay_AreSentAgain()
    {
        await using var test = await TestClient.StartAsync();
        Prepare(test, "/upload/v1/a", StubSlack.Broken, StubSlack.Text("", 503), StubSlack.Text("OK - 7", 200));

        var call = test.Client.Files.UploadAsync(File, None);
        await test.Time.PassPausesAsync(call);

        Assert.Equal("F1", await call);
    }

    [Fact]
    public async Task Upload_BytesAreRefused_IsNotCompleted()
    {
        await using var test = await TestClient.StartAsync();
        Prepare(test, "/upload/v1/a", StubSlack.Text("too large", 413));

        Assert.Equal("http_413", (await Assert.ThrowsAsync<SlackException>(() => test.Client.Files.UploadAsync(File, None))).ErrorCode);
        Assert.Empty(test.Slack.To("files.completeUploadExternal"));
    }

    [Theory]
    [InlineData("https://files.slack.com.evil.example/upload")]
    [InlineData("http://files.slack.com/upload")]
    [InlineData("http://169.254.169.254/upload")]
    public async Task Upload_ToAnotherHost_IsRefused(string address)
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("files.getUploadURLExternal", StubSlack.Json($$"""{"ok":true,"upload_url":"{{address}}","file_id":"F1"}"""));

        Assert.Equal("invalid_upload_url", (await Assert.ThrowsAsync<SlackException>(() => test.Client.Files.UploadAsync(File, None))).ErrorCode);
    }

    private static void Prepare(TestClient test, string path, params StubSlack.Answer[] answers) => test.Slack
        .On("files.getUploadURLExternal", StubSlack.Json($$"""{"ok":true,"upload_url":"{{new Uri(test.Slack.Url, path)}}","file_id":"F1"}"""))
        .OnPath(path, answers)
        .On("files.completeUploadExternal", StubSlack.Json("""{"ok":true,"files":[{"id":"F1","title":"A list"}]}"""));
}
