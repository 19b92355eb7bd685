using System.Text.Json.Serialization;

namespace PaperBot.Slack.Blocks;

/// <summary>A table; a message takes one. See https://docs.slack.dev/reference/block-kit/blocks/table-block.</summary>
public sealed record TableBlock() : Block("table")
{
    /// <summary>From 1 to 100 rows of up to 20 cells; the first is the head.</summary>
    public required IReadOnlyList<IReadOnlyList<TableCell>> Rows
    {
        get;
        init
        {
            field = Limit.Count(value, 1, 100);
            foreach (var row in value)
                Limit.Count(row, 1, 20);
        }
    }

    /// <summary>By column from the left; up to 20.</summary>
    public IReadOnlyList<ColumnSettings?>? ColumnSettings { get; init => field = Limit.OptionalCount(value, 1, 20); }
}

/// <summary>How a column is set.</summary>
public sealed record ColumnSettings
{
    /// <summary><c>left</c>, <c>center</c> or <c>right</c>.</summary>
    public string? Align { get; init; }

    /// <summary>True folds long text instead of cutting it.</summary>
    public bool? IsWrapped { get; init; }
}

/// <summary>One cell of a table.</summary>
[JsonDerivedType(typeof(RawText))]
[JsonDerivedType(typeof(RichTextCell))]
public abstract record TableCell
{
    private protected TableCell(string type) => Type = type;

    /// <summary>As Slack names it.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; }
}

/// <summary>A cell of plain text.</summary>
/// <param name="Text">From 1 to 3,000 characters.</param>
public sealed record RawText(string Text) : TableCell("raw_text")
{
    /// <summary>From 1 to 3,000 characters.</summary>
    public string Text { get; init => field = Limit.Text(value, 3000); } = Text;
}

/// <summary>A cell with links and styles.</summary>
public sealed record RichTextCell() : TableCell("rich_text")
{
    /// <summary>From 1 to 100.</summary>
    public required IReadOnlyList<RichTextElement> Elements { get; init => field = Limit.Count(value, 1, 100); }
}
