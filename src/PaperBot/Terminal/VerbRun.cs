using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

/// <summary>One run of a verb: what was typed, where to write, and the rooms.</summary>
internal sealed class VerbRun(ParseResult typed, TerminalOutput output, IServiceProvider services, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public TerminalOutput Output => output;

    public TimeProvider Time => time;

    /// <summary>In milliseconds, with one digit behind the point.</summary>
    public double ElapsedMs => MillisecondsSince(_start);

    public double MillisecondsSince(long timestamp) => Math.Round(time.GetElapsedTime(timestamp).TotalMilliseconds, 1);

    /// <summary>Nothing of a room is built before a verb asks for it, so that a question does not wait for what it does not need.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>The paper that a person named.</summary>
    /// <exception cref="UsageException">There is no such paper, or more than one; the message says how to name it.</exception>
    public Paper Find(string reference) =>
        Get<PaperFinder>().Find(reference) is var lookup && lookup is PaperLookup.Found found ? found.Paper : throw new UsageException(Advice.On(lookup));

    public T? Value<T>(Option<T> option) => typed.GetValue(option);

    public bool IsGiven(Option option) => typed.GetResult(option) is { Implicit: false };

    /// <summary>The words, or each of the values, without those that are only white space.</summary>
    public IReadOnlyList<string> Values(Argument<string[]> argument) =>
        [.. (typed.GetValue(argument) ?? []).Where(value => !string.IsNullOrWhiteSpace(value))];

    /// <returns>The words as one text; null when there is none.</returns>
    public string? Text(Argument<string[]> words) => Values(words) is { Count: > 0 } values ? string.Join(' ', values).Trim() : null;
}
