using System.Collections.Immutable;
using System.Text.Json;

namespace FakeSlack;

/// <summary>A modal or a Home tab as it stands at one moment.</summary>
public sealed record FakeView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Who sees it.</summary>
    public required string User { get; init; }

    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public required string Type { get; init; }

    /// <summary>As the app gave it, with names filled in where blocks had none.</summary>
    public required JsonElement Json { get; init; }

    /// <summary>The view that the stack of modals began with.</summary>
    public required string RootId { get; init; }

    /// <summary>The view below it in the stack.</summary>
    public string? PreviousId { get; init; }

    /// <summary>Changes with every update.</summary>
    public required string Hash { get; init; }

    /// <summary>What the person has entered so far: block, action, value.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, JsonElement>> State { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, JsonElement>>.Empty;

    /// <summary>What the app answered to the last submission, by block.</summary>
    public ImmutableDictionary<string, string> Errors { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>True once it was closed or replaced by nothing.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The app's name for it.</summary>
    public string? CallbackId => Json.Text("callback_id");

    /// <summary>What the app put away in it.</summary>
    public string? PrivateMetadata => Json.Text("private_metadata");

    /// <summary>The title of a modal.</summary>
    public string? Title => Json.Words("title");

    /// <summary>Everything that a person reads in it.</summary>
    public string Shown => string.Join('\n', BlockText.Lines(Json.GetProperty("blocks")).Where(line => line.Length > 0));

    /// <summary>Its buttons, menus and inputs, in the order shown.</summary>
    public IReadOnlyList<BlockElement> Elements => BlockElement.In(Json.GetProperty("blocks"));

    /// <inheritdoc/>
    public override string ToString() => $"{Type} {Id} for {User}: {Title} {Shown}";
}
