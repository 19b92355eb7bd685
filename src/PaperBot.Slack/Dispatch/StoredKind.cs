namespace PaperBot.Slack.Dispatch;

/// <summary>The names of <see cref="StoredDelivery.Type"/>.</summary>
internal static class StoredKind
{
    public static string Name(DeliveryKind kind) => kind switch
    {
        DeliveryKind.Event => "event",
        DeliveryKind.Command => "command",
        _ => "interaction",
    };

    public static DeliveryKind Parse(string name) => name switch
    {
        "event" => DeliveryKind.Event,
        "command" => DeliveryKind.Command,
        _ => DeliveryKind.Interaction,
    };
}
