using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.LanguageModels.Usage;

/// <summary>
/// The tables <c>model_usage</c> and <c>model_failures</c>: what the language model took and gave, by day (UTC), person and model, and why it
/// did not answer. No text is in them.
/// </summary>
internal sealed class UsageStore(LibraryDatabase database, TimeProvider time)
{
    /// <summary>So many failures are kept; the same one again and again is kept once.</summary>
    public const int MostFailures = 50;

    private const int DaysKept = 400;

    /// <summary>Adds a call to its day.</summary>
    /// <param name="person">Empty in the terminal.</param>
    public void Record(string person, string model, long inputTokens, long outputTokens, LanguageModelException? failure = null)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            """
            INSERT INTO model_usage (day, person, model, calls, failures, input_tokens, output_tokens)
            VALUES ($day, $person, $model, 1, $failures, $input, $output)
            ON CONFLICT (day, person, model) DO UPDATE SET
                calls = calls + 1, failures = failures + excluded.failures,
                input_tokens = input_tokens + excluded.input_tokens, output_tokens = output_tokens + excluded.output_tokens
            """,
            ("$day", Day(0)), ("$person", person), ("$model", model), ("$failures", failure is null ? 0 : 1),
            ("$input", inputTokens), ("$output", outputTokens));
        if (failure is not null)
            Note(connection, failure);
        connection.Execute("DELETE FROM model_usage WHERE day < $oldest", ("$oldest", Day(-DaysKept)));
        transaction.Commit();
    }

    /// <returns>Tokens of the day, in and out.</returns>
    public long TokensToday()
    {
        using var connection = database.Open();
        return connection.Count("SELECT sum(input_tokens + output_tokens) FROM model_usage WHERE day = $day", ("$day", Day(0)));
    }

    /// <returns>Tokens of the day, in and out, of one person.</returns>
    public long TokensToday(string person)
    {
        using var connection = database.Open();
        return connection.Count(
            "SELECT sum(input_tokens + output_tokens) FROM model_usage WHERE day = $day AND person = $person", ("$day", Day(0)), ("$person", person));
    }

    /// <returns>The days with calls among the last so many, today among them, the latest first.</returns>
    public IReadOnlyList<DayOfUsage> Days(int days)
    {
        using var connection = database.Open();
        return connection.Query(
            """
            SELECT day, count(DISTINCT person), sum(calls), sum(failures), sum(input_tokens), sum(output_tokens)
            FROM model_usage WHERE day > $from GROUP BY day ORDER BY day DESC
            """,
            row => new DayOfUsage(
                DateOnly.ParseExact(row.GetString(0), Format, CultureInfo.InvariantCulture),
                row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)),
            ("$from", Day(-days)));
    }

    /// <returns>The latest first.</returns>
    public IReadOnlyList<PastFailure> RecentFailures(int most)
    {
        using var connection = database.Open();
        return connection.Query(
            "SELECT at, failure, message FROM model_failures ORDER BY id DESC LIMIT $most",
            row => new PastFailure(
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), Enum.Parse<LanguageModelFailure>(row.GetString(1)), row.GetString(2)),
            ("$most", most));
    }

    private const string Format = "yyyy-MM-dd";

    private string Day(int days) => time.GetUtcNow().UtcDateTime.AddDays(days).ToString(Format, CultureInfo.InvariantCulture);

    private void Note(SqliteConnection connection, LanguageModelException failure)
    {
        var (now, kind, message) = (time.GetUtcNow().ToUnixTimeMilliseconds(), failure.Failure.ToString(), failure.Message);
        connection.Execute(
            "DELETE FROM model_failures WHERE id = (SELECT max(id) FROM model_failures) AND failure = $failure AND message = $message",
            ("$failure", kind), ("$message", message));
        connection.Execute(
            "INSERT INTO model_failures (at, failure, message) VALUES ($now, $failure, $message)",
            ("$now", now), ("$failure", kind), ("$message", message));
        connection.Execute(
            "DELETE FROM model_failures WHERE id <= (SELECT id FROM model_failures ORDER BY id DESC LIMIT 1 OFFSET $most)", ("$most", MostFailures));
    }
}

/// <param name="People">Who asked; the terminal is one of them.</param>
internal sealed record DayOfUsage(DateOnly Day, long People, long Calls, long Failures, long InputTokens, long OutputTokens)
{
    public long Tokens => InputTokens + OutputTokens;
}

/// <param name="Message">One sentence, without a secret or a text.</param>
internal sealed record PastFailure(DateTimeOffset At, LanguageModelFailure Failure, string Message);
