using System.Text.Json.Serialization;

namespace PaperBot.Slack.Blocks;

/// <summary>A modal or an App Home. See https://docs.slack.dev/reference/views.</summary>
[JsonDerivedType(typeof(ModalView))]
[JsonDerivedType(typeof(HomeView))]
public abstract record View
{
    private protected View(string type) => Type = type;

    /// <summary>As Slack names it.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; }

    /// <summary>From 1 to 100 blocks.</summary>
    public required IReadOnlyList<Block> Blocks { get; init => field = Limit.Count(value, 1, 100); }

    /// <summary>Up to 3,000 characters that come back with each action; people do not see them.</summary>
    public string? PrivateMetadata { get; init => field = Limit.OptionalText(value, 3000); }

    /// <summary>Up to 255 characters: which handler gets the submission.</summary>
    public string? CallbackId { get; init => field = Limit.OptionalText(value, 255); }

    /// <summary>Up to 255 characters, unique in the team.</summary>
    public string? ExternalId { get; init => field = Limit.OptionalText(value, 255); }
}

/// <summary>A window over the conversation. See https://docs.slack.dev/reference/views/modal-views.</summary>
public sealed record ModalView() : View("modal")
{
    /// <summary>From 1 to 24 characters.</summary>
    public required PlainText Title { get; init => field = Limit.Text(value, 24); }

    /// <summary>From 1 to 24 characters; needed when there is an input block.</summary>
    public PlainText? Submit { get; init => field = Limit.OptionalText(value, 24); }

    /// <summary>From 1 to 24 characters.</summary>
    public PlainText? Close { get; init => field = Limit.OptionalText(value, 24); }

    /// <summary>Whether closing it sends a <c>view_closed</c>.</summary>
    public bool? NotifyOnClose { get; init; }
}

/// <summary>A person's page of the app. See https://docs.slack.dev/reference/views/home-tab-views.</summary>
public sealed record HomeView() : View("home");
