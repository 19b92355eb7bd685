using Microsoft.Extensions.Logging;
using PaperBot.Bot.Replies;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Deliveries;

/// <summary>
/// Puts a reply into a conversation exactly once, also when the process ends at any point of it and the delivery is handled again, and when
/// Slack's answer is lost: the reply is stored before it is sent, and one that may have been seen is looked up before it is sent again.
/// </summary>
internal sealed class ReplyDelivery(
    ISlackApiClient slack, ReplyStore replies, EarlierMessages earlier, ReplyStream stream, StreamedStatements statements, TimeProvider time,
    ILogger<ReplyDelivery> log)
{
    // Between tries, when Slack cannot be reached for longer than a call is repeated; together well under what a handler may take.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30)];

    /// <param name="make">Makes the reply, where there is none from before; it may tell the sentences of it as they come.</param>
    /// <exception cref="SlackException">Slack could not be reached, or refused a message that it should take.</exception>
    public async Task<Sent> SendAsync(Outgoing outgoing, Func<Tell, CancellationToken, Task<Made>> make, CancellationToken cancellationToken)
    {
        await using var live = new LiveReply(stream, statements, replies, outgoing, cancellationToken);
        var saved = await replies.FindOrMakeAsync(outgoing.Delivery, outgoing.Place, token => make(live.TellAsync, token), cancellationToken);
        var reply = saved.Reply;
        if (saved.State is ReplyState.Sent)
            return new Sent.Delivered(reply);
        var maybeSeen = saved.State is ReplyState.Sending;
        replies.BeginSending(reply.Id);
        for (var tries = 0; ; tries++)
        {
            try
            {
                var message = tries == 0 && live.HasBegun ? await AfterStreamAsync(await live.EndAsync(reply), outgoing, reply, cancellationToken)
                    : maybeSeen ? await ResumeAsync(outgoing, reply, cancellationToken)
                    : await BeginAsync(outgoing, reply, cancellationToken);
                if (reply.File is { } file)
                    await UploadAsync(outgoing, file, maybeSeen, cancellationToken);
                replies.SetMessage(reply.Id, message);
                return new Sent.Delivered(reply);
            }
            catch (SlackException e) when (SlackFailure.IsTemporary(e) && tries < Pauses.Length)
            {
                Log.SendingAgain(log, e.Method, e.ErrorCode, Pauses[tries].TotalSeconds);
                maybeSeen = true;
                await Task.Delay(Pauses[tries], time, cancellationToken);
            }
            catch (SlackException e) when (SlackFailure.IsClosed(e))
            {
                return new Sent.Unreachable(reply, e.ErrorCode);
            }
        }
    }

    private async Task<string> BeginAsync(Outgoing outgoing, Reply reply, CancellationToken cancellationToken)
    {
        if (!ReplyStream.IsPossible(outgoing.Place) || !StreamedStatements.Has(reply))
            return await PostAsync(outgoing, reply, cancellationToken);
        var outcome = await stream.WriteAsync(
            outgoing.Place, statements.Of(reply), message => replies.SetStream(outgoing.Delivery, message), () => StreamEnd.Of(reply, outgoing), cancellationToken);
        return await AfterStreamAsync(outcome, outgoing, reply, cancellationToken);
    }

    private async Task<string> AfterStreamAsync(StreamOutcome outcome, Outgoing outgoing, Reply reply, CancellationToken cancellationToken) => outcome switch
    {
        StreamOutcome.Ended ended => ended.Message,
        StreamOutcome.Broken broken => await FinishAsync(outgoing, reply, broken.Message, cancellationToken),
        _ => await PostAsync(outgoing, reply, cancellationToken),
    };

    private async Task<string> ResumeAsync(Outgoing outgoing, Reply reply, CancellationToken cancellationToken)
    {
        if (replies.Find(reply.Id) is { Stream.Length: > 0 } half)
            return await FinishAsync(outgoing, reply, half.Stream, cancellationToken);
        switch (await earlier.FindAsync(outgoing, cancellationToken))
        {
            case Earlier.Whole whole:
                return whole.Message;
            case Earlier.Begun begun:
                replies.SetStream(outgoing.Delivery, begun.Message);
                return await FinishAsync(outgoing, reply, begun.Message, cancellationToken);
            default:
                return await PostAsync(outgoing, reply, cancellationToken);
        }
    }

    private async Task<string> PostAsync(Outgoing outgoing, Reply reply, CancellationToken cancellationToken)
    {
        try
        {
            return (await slack.Chat.PostMessageAsync(ReplyMessage.Whole(outgoing, reply), cancellationToken)).Ts;
        }
        catch (SlackException e) when (SlackFailure.IsTooMuch(e))
        {
            Log.BlocksRefused(log, e.ErrorCode);
            return (await slack.Chat.PostMessageAsync(ReplyMessage.TextAlone(outgoing, reply), cancellationToken)).Ts;
        }
    }

    private async Task UploadAsync(Outgoing outgoing, ReplyFile file, bool maybeSeen, CancellationToken cancellationToken)
    {
        if (maybeSeen && await earlier.HasFileAsync(outgoing, file.Name, cancellationToken))
            return;
        var thread = outgoing.Place.ThreadTs;
        try
        {
            await slack.Files.UploadAsync(file.ToUpload(outgoing.Place.Channel, thread), cancellationToken);
        }
        catch (SlackException e) when (!SlackFailure.IsTemporary(e))
        {
            Log.FileRefused(log, e.ErrorCode);
            await slack.Chat.PostMessageAsync(
                new Message { Channel = outgoing.Place.Channel, ThreadTs = thread, Text = "I could not send the file here." }, cancellationToken);
        }
    }

    /// <summary>Makes the whole reply of a message that has a part of it, whether its stream is still open or not.</summary>
    private async Task<string> FinishAsync(Outgoing outgoing, Reply reply, string message, CancellationToken cancellationToken)
    {
        try
        {
            // A message cannot be changed while it streams; the metadata comes with the change, when it is whole.
            await slack.Chat.StopStreamAsync(new StreamStop(outgoing.Place.Channel, message), cancellationToken);
        }
        catch (SlackException e) when (!SlackFailure.IsTemporary(e))
        {
            Log.StreamRefused(log, e.ErrorCode);
        }

        try
        {
            await slack.Chat.UpdateAsync(message, ReplyMessage.Whole(outgoing, reply), cancellationToken);
        }
        catch (SlackException e) when (SlackFailure.IsTooMuch(e))
        {
            Log.BlocksRefused(log, e.ErrorCode);
            await slack.Chat.UpdateAsync(message, ReplyMessage.TextAlone(outgoing, reply), cancellationToken);
        }
        catch (SlackException e) when (e.ErrorCode == "message_not_found")
        {
            // Somebody deleted the half of it.
            return await PostAsync(outgoing, reply, cancellationToken);
        }

        return message;
    }
}
