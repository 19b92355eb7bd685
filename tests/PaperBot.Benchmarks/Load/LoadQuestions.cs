using FakeSlack;

namespace PaperBot.Benchmarks.Load;

/// <summary>What is asked under load: the questions that the sample library is measured with, one after the other.</summary>
internal static class LoadQuestions
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] Texts = [.. QuestionSets.Page.Select(known => known.Question).Distinct()];

    public static string Number(int number) => Texts[number % Texts.Length];

    /// <summary>One question, so that what follows meets a bot that has its model in memory.</summary>
    public static async Task WarmUpAsync(FakeWorkspace workspace, FakeUser person)
    {
        person.DirectMessage(Texts[0]);
        await workspace.WaitForMessageAsync(
            person.DirectChannel, message => message.BotId == workspace.BotId, timeout: Patience).ConfigureAwait(false);
    }
}
