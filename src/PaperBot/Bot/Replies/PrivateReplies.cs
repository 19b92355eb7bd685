using PaperBot.Bot.Rendering;
using PaperBot.Bot.Requests;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Replies;

/// <summary>What one person asks, to be answered to them alone.</summary>
/// <param name="Words">What was asked, in words.</param>
/// <param name="ResponseUrl">Came with the command or the click.</param>
/// <param name="Delivery">What is answered, the same after a restart.</param>
/// <param name="IsTyped">Whether the words are the person's own; a command is not shown in the conversation, so its reply begins with it.</param>
internal sealed record PrivateRequest(BotRequest Request, Place Place, string Words, string ResponseUrl, string Delivery, bool IsTyped);

/// <summary>Says something to one person, through the address that came with their command or click.</summary>
internal sealed class PrivateReplies(Responder responder, ReplyStore replies, ISlackApiClient slack, TimeProvider time)
{
    // Sooner, a line that goes away again only flickers.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const int LongestWords = 300;

    /// <summary>Makes the reply, keeps it and shows it. When it was made before and the process ended, it is shown as it was made.</summary>
    /// <exception cref="SlackException">It cannot be shown.</exception>
    public async Task<Reply> ReplyAsync(PrivateRequest asked, CancellationToken cancellationToken)
    {
        var told = false;
        var saved = await replies.FindOrMakeAsync(asked.Delivery, asked.Place, MakeAsync, cancellationToken);
        var reply = saved.Reply;
        if (saved.State is ReplyState.Sent)
            return reply;
        replies.BeginSending(reply.Id);
        await ShowAsync(reply, asked.Place, asked.IsTyped ? asked.Words : "", asked.ResponseUrl, told, cancellationToken);
        replies.SetMessage(reply.Id, message: "");
        return reply;

        async Task<Made> MakeAsync(CancellationToken making)
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(making);
            var telling = TellWhenLateAsync(asked, late.Token);
            try
            {
                return new Made(await responder.ReplyAsync(asked.Request, asked.Place, making), asked.Words);
            }
            finally
            {
                await late.CancelAsync();
                told = await telling;
            }
        }
    }

    /// <summary>Shows what needs no keeping.</summary>
    /// <exception cref="SlackException">It cannot be shown.</exception>
    public Task TellAsync(Reply reply, Place place, string responseUrl, CancellationToken cancellationToken) =>
        ShowAsync(reply, place, words: "", responseUrl, replace: false, cancellationToken);

    /// <summary>Puts a sentence in the place of the message that was clicked.</summary>
    /// <exception cref="SlackException">It cannot be shown.</exception>
    public Task ReplaceAsync(string sentence, string responseUrl, CancellationToken cancellationToken) =>
        slack.RespondAsync(responseUrl, new ResponseMessage { Text = sentence, ReplaceOriginal = true }, cancellationToken);

    /// <returns>Whether the person was told; the reply takes the place of that.</returns>
    private async Task<bool> TellWhenLateAsync(PrivateRequest asked, CancellationToken noLonger)
    {
        try
        {
            // Not on the handler's thread, which is at work on the reply.
            await Task.Delay(Patience, time, noLonger).ConfigureAwait(false);
            var text = asked.Request is BotRequest.Add ? "Adding papers… A source that is slow can take a minute." : "Looking through the library…";
            var message = new ResponseMessage { Text = text, ReplaceOriginal = false, ThreadTs = asked.Place.ThreadTs };
            await slack.RespondAsync(asked.ResponseUrl, message, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (noLonger.IsCancellationRequested)
        {
            return false;
        }
        catch (SlackException)
        {
            // Only a courtesy; the reply itself tells whether the address still works.
            return false;
        }
    }

    private async Task ShowAsync(Reply reply, Place place, string words, string responseUrl, bool replace, CancellationToken cancellationToken)
    {
        if (reply.File is { } file)
        {
            var conversation = await slack.Conversations.OpenAsync(place.Person, cancellationToken);
            await slack.Files.UploadAsync(file.ToUpload(conversation, thread: null), cancellationToken);
        }

        var asked = SafeText.Typed(words, LongestWords) is { Length: > 0 } text ? $"You asked: {text}" : "";
        var message = new ResponseMessage
        {
            Text = asked.Length > 0 ? $"{asked}\n{reply.Text}" : reply.Text,
            Blocks = [.. Lines.Small(asked), .. reply.Blocks, .. ReplyButtons.ShareRow(reply, place)],
            ReplaceOriginal = replace,
            ThreadTs = place.ThreadTs,
        };
        await slack.RespondAsync(responseUrl, message, cancellationToken);
    }
}
