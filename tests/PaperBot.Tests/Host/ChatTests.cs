using PaperBot.Terminal;
using PaperBot.Tests.Terminal;

namespace PaperBot.Tests.Host;

/// <summary>A conversation through a pipe, by what stands on the screen.</summary>
public sealed class ChatTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Chat_QuestionFollowUpAndButton_AreOneConversation()
    {
        var screen = await TalkAsync("@PaperBot How does SPANN search a billion vectors?", "> and its memory cost?", "1");

        Assert.Contains(
            "> @PaperBot How does SPANN search a billion vectors?\n\nPaperBot in #papers\nSPANN is a simple memory-disk index",
            screen, StringComparison.Ordinal);
        Assert.Contains("> > and its memory cost?\n\nPaperBot in #papers\n", screen, StringComparison.Ordinal);
        Assert.Contains("[1] Sources", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_PlainText_IsADirectMessage_AndARefusalNamesTheNearest()
    {
        var screen = await TalkAsync("What is the battery life of the iPhone 15?");

        Assert.Contains("\nPaperBot\n", screen, StringComparison.Ordinal);
        Assert.Contains("nearest papers", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/home", "App Home")]
    [InlineData("/nonsense", "There is no command /nonsense here. /papers help shows what there is.")]
    [InlineData("7", "There is no button to press.")]
    [InlineData("> and then?", "There is no thread to go on in yet")]
    public async Task Chat_OtherLines_AreTakenAsTheyAreMeant(string line, string shown) =>
        Assert.Contains(shown, await TalkAsync(line), StringComparison.Ordinal);

    [Theory]
    [InlineData("how many papers do you have?", "68 papers in the library")]
    [InlineData("latest papers", "The papers of the library, the newest first")]
    [InlineData("papers from 2024", "Papers with since:2024 until:2024, the newest first")]
    [InlineData("/papers export bibtex", "lines more. In Slack this is a file; here paperbot export bibtex > papers.bib writes the")]
    [InlineData("/papers add", "/papers add 2111.08566")]
    [InlineData("who wrote SPANN?", "The library does not have its authors.")]
    [InlineData("that's wrong", "I am sorry.")]
    public async Task Chat_WhatPeopleTryFirst_IsAnswered(string line, string shown) => Assert.Contains(shown, await TalkAsync(line), StringComparison.Ordinal);

    [Fact]
    public async Task Chat_PastedBibTeX_IsEchoedAsItWasTyped() => Assert.Contains(
        "You asked: add @article{x1, title={Sleeping Cats}, year={2024}}", await TalkAsync("/papers add @article{x1, title={Sleeping Cats}, year={2024}}"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Chat_Form_IsAskedFieldByField_AndItsMistakesAreTold()
    {
        var screen = await TalkAsync("/compare", "SPANN", "", "1", "", "", "/cancel");

        Assert.Contains("Compare papers", screen, StringComparison.Ordinal);
        Assert.Contains("Now: SPANN: Highly-efficient Billion-scale Approximate Nearest Neighbor Search.", screen, StringComparison.Ordinal);
        Assert.Contains("A comparison needs at least two papers.", screen, StringComparison.Ordinal);
        Assert.Contains("Closed.", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_TwiceOnOneLibrary_AnswersTheSecondTimeToo()
    {
        await TalkAsync("What is SPANN?");

        Assert.Contains("SPANN is a simple memory-disk index", await TalkAsync("What is SPANN?"), StringComparison.Ordinal);
    }

    private async Task<string> TalkAsync(params string[] lines)
    {
        var outcome = await _terminal.RunAsync(["chat"], string.Join('\n', lines) + "\n");
        Assert.Equal(ExitCode.Ok, outcome.ExitCode);
        Assert.DoesNotContain("error:", outcome.Error, StringComparison.Ordinal);
        return outcome.Out;
    }
}
