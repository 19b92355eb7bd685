using Microsoft.AspNetCore.Http;

namespace FakeSlack;

/// <summary>Something that goes wrong with a call of the Web API or a post to a response URL.</summary>
public abstract record Fault
{
    /// <summary>True when the call takes effect and the connection breaks before the answer.</summary>
    internal virtual bool LosesReply => false;

    /// <summary>HTTP 429 with <c>Retry-After</c>; nothing takes effect.</summary>
    public static Fault RateLimited(TimeSpan retryAfter) => new RateLimitedFault(retryAfter);

    /// <summary>An HTTP error such as 503; nothing takes effect.</summary>
    public static Fault ServerError(int status = 503) => new StatusFault(status);

    /// <summary>An answer with <c>ok: false</c> and this code; nothing takes effect.</summary>
    public static Fault Error(string code) => new ErrorFault(code);

    /// <summary>No answer until <see cref="ApiFaults.Release"/> is called or the app gives up; then the call goes on.</summary>
    public static Fault Hang() => new HangFault();

    /// <summary>The connection breaks before anything takes effect.</summary>
    public static Fault DropBefore() => new DropFault(Lands: false);

    /// <summary>The call takes effect, then the connection breaks.</summary>
    public static Fault DropAfter() => new DropFault(Lands: true);

    /// <summary>What comes instead of the call's own answer; null when the call goes on.</summary>
    internal abstract Task<Instead?> BeforeAsync(HttpContext context, FakeWorkspace workspace);

    /// <summary>An answer in place of the call's own, or none and a broken connection.</summary>
    internal sealed record Instead(ApiReply? Reply);

    private sealed record RateLimitedFault(TimeSpan RetryAfter) : Fault
    {
        internal override Task<Instead?> BeforeAsync(HttpContext context, FakeWorkspace workspace) =>
            Task.FromResult<Instead?>(new(ApiReply.RateLimited(RetryAfter)));
    }

    private sealed record StatusFault(int Status) : Fault
    {
        internal override Task<Instead?> BeforeAsync(HttpContext context, FakeWorkspace workspace) =>
            Task.FromResult<Instead?>(new(ApiReply.Error("service_unavailable") with { Status = Status }));
    }

    private sealed record ErrorFault(string Code) : Fault
    {
        internal override Task<Instead?> BeforeAsync(HttpContext context, FakeWorkspace workspace) =>
            Task.FromResult<Instead?>(new(ApiReply.Error(Code)));
    }

    private sealed record HangFault : Fault
    {
        internal override async Task<Instead?> BeforeAsync(HttpContext context, FakeWorkspace workspace)
        {
            await workspace.Faults.Released.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return context.RequestAborted.IsCancellationRequested ? new Instead(null) : null;
        }
    }

    private sealed record DropFault(bool Lands) : Fault
    {
        internal override bool LosesReply => true;

        internal override Task<Instead?> BeforeAsync(HttpContext context, FakeWorkspace workspace) =>
            Task.FromResult(Lands ? null : new Instead(null));
    }
}
