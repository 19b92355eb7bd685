using PaperBot.Slack.Blocks;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Slack.Interaction;

/// <summary>Does what a slash command asks for. It runs after the acknowledgement, and answers through the command's response_url.</summary>
public interface ISlashCommandHandler
{
    /// <param name="command">What was typed.</param>
    /// <param name="delivery">Which delivery it came with.</param>
    /// <param name="cancellationToken">Set when the host stops, or the handler took too long (<see cref="SlackOptions.HandlerSeconds"/>).</param>
    Task HandleAsync(SlashCommand command, Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>Does what a button or another element asks for, after the acknowledgement.</summary>
public interface IBlockActionHandler
{
    /// <param name="action">The element that was used.</param>
    /// <param name="request">Who used it, and where.</param>
    /// <param name="delivery">Which delivery it came with.</param>
    /// <param name="cancellationToken">Set when the host stops, or the handler took too long (<see cref="SlackOptions.HandlerSeconds"/>).</param>
    Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>Takes a form: says at once whether it is filled in well, and does the work after the acknowledgement.</summary>
public interface IViewSubmissionHandler
{
    /// <summary>What the person sees at once. No work: the form is open until this is there, and Slack waits 3 seconds at most.</summary>
    /// <param name="submission">The form.</param>
    ViewSubmissionResponse Answer(ViewSubmission submission);

    /// <summary>Runs when <see cref="Answer"/> named no errors.</summary>
    /// <param name="submission">The form.</param>
    /// <param name="delivery">Which delivery it came with.</param>
    /// <param name="cancellationToken">Set when the host stops, or the handler took too long (<see cref="SlackOptions.HandlerSeconds"/>).</param>
    Task HandleAsync(ViewSubmission submission, Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>What happens to a form that was sent. See https://docs.slack.dev/surfaces/modals#close_current_view.</summary>
public abstract record ViewSubmissionResponse
{
    private ViewSubmissionResponse()
    {
    }

    /// <summary>The window closes.</summary>
    public sealed record Close : ViewSubmissionResponse;

    /// <summary>The window stays, with a sentence at each field that must be mended.</summary>
    /// <param name="ByBlock">A sentence by block id.</param>
    public sealed record Errors(IReadOnlyDictionary<string, string> ByBlock) : ViewSubmissionResponse;

    /// <summary>The window shows something else.</summary>
    /// <param name="View">What it shows.</param>
    public sealed record Update(ModalView View) : ViewSubmissionResponse;
}

/// <summary>Does what a shortcut on a message asks for, after the acknowledgement.</summary>
public interface IMessageShortcutHandler
{
    /// <param name="shortcut">Which, by whom, on what.</param>
    /// <param name="delivery">Which delivery it came with.</param>
    /// <param name="cancellationToken">Set when the host stops, or the handler took too long (<see cref="SlackOptions.HandlerSeconds"/>).</param>
    Task HandleAsync(MessageShortcut shortcut, Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>Does what a shortcut from the search asks for, after the acknowledgement.</summary>
public interface IGlobalShortcutHandler
{
    /// <param name="shortcut">Which, by whom.</param>
    /// <param name="delivery">Which delivery it came with.</param>
    /// <param name="cancellationToken">Set when the host stops, or the handler took too long (<see cref="SlackOptions.HandlerSeconds"/>).</param>
    Task HandleAsync(GlobalShortcut shortcut, Delivery delivery, CancellationToken cancellationToken);
}

/// <summary>Offers choices while a person types. It runs before the acknowledgement, which carries them, so it has 2 seconds.</summary>
public interface IBlockOptionProvider
{
    /// <param name="request">What is typed so far, and where.</param>
    /// <param name="cancellationToken">Set when the time is over; no choices are shown then.</param>
    /// <returns>Up to 100 options.</returns>
    Task<IReadOnlyList<Option>> GetOptionsAsync(BlockOptionsRequest request, CancellationToken cancellationToken);
}
