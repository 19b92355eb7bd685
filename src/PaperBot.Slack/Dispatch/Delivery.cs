namespace PaperBot.Slack.Dispatch;

/// <summary>One thing that Slack told, however often it told it.</summary>
/// <param name="Id">The same for each repeat: the <c>event_id</c> of an event, else made of what Slack sends once, as the <c>trigger_id</c>.</param>
/// <param name="TeamId">The workspace.</param>
/// <param name="ReceivedAt">When it came first.</param>
/// <param name="Attempt">1 the first time; more when a process ended in the middle of it, so that what it was about may be done in part.</param>
public sealed record Delivery(string Id, string TeamId, DateTimeOffset ReceivedAt, int Attempt);
