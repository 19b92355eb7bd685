using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PaperBot.Slack.Http;

/// <summary>Slack's requests over HTTP.</summary>
public static class SlackEndpoints
{
    /// <summary>
    /// Takes POST requests at <c>/events</c>, <c>/commands</c> and <c>/interactions</c> under the prefix. Each takes all three kinds, so that one
    /// address may serve for all. A request that Slack did not sign within the last 5 minutes is answered with 401, one that is too large with 413,
    /// one that is not understood with 400 or 415, and one for which there is no room with 503, all without a body.
    /// </summary>
    /// <param name="endpoints">The host's.</param>
    /// <param name="prefix">Before the three.</param>
    /// <exception cref="InvalidOperationException">There is no signing secret.</exception>
    public static IEndpointConventionBuilder MapSlack(this IEndpointRouteBuilder endpoints, string prefix = "/slack")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (string.IsNullOrWhiteSpace(endpoints.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value.SigningSecret))
        {
            throw new InvalidOperationException(
                "Slack over HTTP needs the app's signing secret (Slack:SigningSecret): without it, anybody passes for Slack.");
        }

        var receiver = ActivatorUtilities.CreateInstance<SlackReceiver>(endpoints.ServiceProvider);
        var group = endpoints.MapGroup(prefix);
        foreach (var path in (string[])["/events", "/commands", "/interactions"])
            group.MapPost(path, (RequestDelegate)receiver.ReceiveAsync);
        return group;
    }
}
