namespace FakeSlack;

/// <summary>One call: its arguments in the workspace that it is made to.</summary>
internal sealed record ApiCall(FakeWorkspace Workspace, string Method, Arguments Arguments)
{
    public string? Text(string name) => Arguments.Text(name);
}

/// <summary>A method as Slack's reference describes it.</summary>
/// <param name="Name">Such as <c>chat.postMessage</c>.</param>
/// <param name="Required">Arguments that it cannot do without.</param>
/// <param name="Optional">The other arguments that it takes.</param>
/// <param name="Scopes">Scopes of which one is needed; <c>*:read</c> and the like depend on the channel's kind.</param>
/// <param name="PerMinute">Calls a minute by its tier; zero for special limits.</param>
/// <param name="Handle">What it does.</param>
internal sealed record ApiMethod(string Name, string[] Required, string[] Optional, string? Scopes, int PerMinute, Func<ApiCall, ApiReply> Handle)
{
    /// <summary>Reads JSON bodies. The reading methods answer them with «missing required field», whatever their pages say.</summary>
    public bool TakesJson { get; init; } = true;

    /// <summary>Called with the app-level token.</summary>
    public bool ForApp { get; init; }

    public const int Tier2 = 20;
    public const int Tier3 = 50;
    public const int Tier4 = 100;
}
