using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Slack.Interaction;

namespace PaperBot.Slack.Dispatch;

/// <summary>
/// Takes what Slack tells, over either transport, and says how to acknowledge it. What is taken is stored and has its place among the lanes before
/// it is acknowledged, and is handled after that. Only options and answers to forms are worked out first.
/// </summary>
internal sealed class SlackDispatcher(
    HandlerTable handlers,
    IInbox inbox,
    Lanes lanes,
    FirstAnswers answers,
    BusyReplies busy,
    TimeProvider time,
    IOptions<SlackOptions> options,
    ILogger<SlackDispatcher> logger)
{
    /// <param name="kind">What the payload is.</param>
    /// <param name="payload">JSON; a command's form as one flat object.</param>
    /// <param name="envelopeId">Of a socket's envelope.</param>
    /// <param name="cancellationToken">Gives up an answer that the acknowledgement waits for.</param>
    /// <returns>Complete at once for all but options and forms.</returns>
    public ValueTask<Receipt> ReceiveAsync(DeliveryKind kind, string payload, string? envelopeId, CancellationToken cancellationToken)
    {
        switch (Incoming.Read(kind, payload, envelopeId))
        {
            case null:
                Log.Unreadable(logger, kind);
                return new(Receipt.Malformed);
            case { Request: null }:
                return new(Receipt.Taken());
            case { Request: BlockOptionsRequest request }:
                return OptionsAsync(request, cancellationToken);
            case { Request: ViewSubmission form } incoming:
                return FormAsync(incoming, form, payload, cancellationToken);
            case var incoming:
                return new(Take(incoming, incoming.Request, kind, payload, null));
        }
    }

    private async ValueTask<Receipt> OptionsAsync(BlockOptionsRequest request, CancellationToken cancellationToken) =>
        Receipt.Taken(await answers.OptionsAsync(request, cancellationToken));

    private async ValueTask<Receipt> FormAsync(Incoming incoming, ViewSubmission form, string payload, CancellationToken cancellationToken) =>
        await answers.FormAsync(form, cancellationToken) switch
        {
            null => Receipt.NotTaken,
            ViewSubmissionResponse.Errors errors => Receipt.Taken(AnswerJson.Form(errors)),
            var answer => Take(incoming, form, DeliveryKind.Interaction, payload, AnswerJson.Form(answer)),
        };

    private Receipt Take(Incoming incoming, object request, DeliveryKind kind, string payload, string? answer)
    {
        if (handlers.For(request).Count == 0)
        {
            Log.NobodyTakes(logger, request.GetType().Name);
            return Receipt.Taken(answer);
        }

        // The place comes first: what is stored counts as seen, and its repeats are dropped.
        var person = Lane.PersonOf(request);
        if (!lanes.TryReserve(person))
        {
            Log.NoRoom(logger, request.GetType().Name, lanes.Count);
            return NoRoom(request);
        }

        var delivery = new Delivery(incoming.Id, incoming.TeamId, time.GetUtcNow(), 1);
        if (TryStore(delivery, request, kind, payload) is not { } isNew)
        {
            lanes.GiveBack(person);
            return NoRoom(request);
        }

        if (isNew)
            return Receipt.Taken(answer, () => lanes.Add(new Work(Lane.Of(request, delivery.Id), person, delivery, request)));
        lanes.GiveBack(person);
        Log.Repeat(logger);
        return Receipt.Taken(answer);
    }

    /// <returns>Null when it could not be stored.</returns>
    private bool? TryStore(Delivery delivery, object request, DeliveryKind kind, string payload)
    {
        try
        {
            return inbox.TryAdd(new StoredDelivery(delivery.Id, StoredKind.Name(kind), payload, delivery.ReceivedAt, 0));
        }
#pragma warning disable CA1031 // Whatever an inbox throws, the delivery is not stored, and Slack must hear so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.NotStored(logger, e, request.GetType().Name, Reference.New());
            return null;
        }
    }

    private Receipt NoRoom(object request) => request switch
    {
        SlashCommand => Receipt.Taken(AnswerJson.Ephemeral(options.Value.BusyText)),
        BlockActionRequest { ResponseUrl: var url } => busy.TrySend(url) ? Receipt.Taken() : Receipt.NotTaken,
        MessageShortcut { ResponseUrl: var url } => busy.TrySend(url) ? Receipt.Taken() : Receipt.NotTaken,
        ViewSubmission { View.State.Values: { Count: > 0 } blocks } => Receipt.Taken(AnswerJson.Form(
            new ViewSubmissionResponse.Errors(new Dictionary<string, string> { [blocks.Keys.First()] = options.Value.BusyText }))),

        // Events come again; of the rest Slack itself tells the person that it did not work.
        _ => Receipt.NotTaken,
    };
}
