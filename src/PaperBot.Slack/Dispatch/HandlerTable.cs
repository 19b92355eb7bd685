using Microsoft.Extensions.DependencyInjection;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;

namespace PaperBot.Slack.Dispatch;

/// <summary>One handler's part of a delivery, in a scope of its own.</summary>
internal delegate Task Handling(IServiceProvider scope, Delivery delivery, CancellationToken cancellationToken);

/// <summary>Which handler takes what.</summary>
internal sealed class HandlerTable
{
    private readonly List<(Type Event, Func<SlackEvent, Handling> Handler)> _events = [];
    private readonly Dictionary<string, Func<SlashCommand, Handling>> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<BlockAction, BlockActionRequest, Handling>> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<ViewSubmission, Handling>> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<IServiceProvider, IViewSubmissionHandler>> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<MessageShortcut, Handling>> _messageShortcuts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<GlobalShortcut, Handling>> _globalShortcuts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<IServiceProvider, IBlockOptionProvider>> _options = new(StringComparer.Ordinal);

    // Stands for any command; no command is without its slash.
    private const string AnyCommand = "";

    public void AddEvent<TEvent, T>()
        where TEvent : SlackEvent
        where T : class, IEventHandler<TEvent> =>
        _events.Add((typeof(TEvent), e => (scope, delivery, token) => scope.GetRequiredService<T>().HandleAsync((TEvent)e, delivery, token)));

    public void AddCommand<T>(string? name)
        where T : class, ISlashCommandHandler =>
        Add(_commands, name ?? AnyCommand, command => (scope, delivery, token) =>
            scope.GetRequiredService<T>().HandleAsync(command, delivery, token));

    public void AddAction<T>(string actionId)
        where T : class, IBlockActionHandler =>
        Add(_actions, actionId, (action, request) => (scope, delivery, token) =>
            scope.GetRequiredService<T>().HandleAsync(action, request, delivery, token));

    public void AddForm<T>(string callbackId)
        where T : class, IViewSubmissionHandler
    {
        Add(_forms, callbackId, form => (scope, delivery, token) => scope.GetRequiredService<T>().HandleAsync(form, delivery, token));
        _answers.Add(callbackId, scope => scope.GetRequiredService<T>());
    }

    public void AddMessageShortcut<T>(string callbackId)
        where T : class, IMessageShortcutHandler =>
        Add(_messageShortcuts, callbackId, shortcut => (scope, delivery, token) =>
            scope.GetRequiredService<T>().HandleAsync(shortcut, delivery, token));

    public void AddGlobalShortcut<T>(string callbackId)
        where T : class, IGlobalShortcutHandler =>
        Add(_globalShortcuts, callbackId, shortcut => (scope, delivery, token) =>
            scope.GetRequiredService<T>().HandleAsync(shortcut, delivery, token));

    public void AddOptions<T>(string actionId)
        where T : class, IBlockOptionProvider => Add(_options, actionId, scope => scope.GetRequiredService<T>());

    /// <returns>What is to be done about a request, in this order; empty when nobody takes it.</returns>
    public IReadOnlyList<Handling> For(object request) => request switch
    {
        SlackEvent e => [.. _events.Where(entry => entry.Event.IsInstanceOfType(e)).Select(entry => entry.Handler(e))],
        SlashCommand command => One(_commands.GetValueOrDefault(command.Command) ?? _commands.GetValueOrDefault(AnyCommand), command),
        BlockActionRequest used => [.. used.Actions.Select(action => Find(_actions, action.ActionId)?.Invoke(action, used)).OfType<Handling>()],
        ViewSubmission form => One(_forms.GetValueOrDefault(form.View.CallbackId), form),
        MessageShortcut shortcut => One(_messageShortcuts.GetValueOrDefault(shortcut.CallbackId), shortcut),
        GlobalShortcut shortcut => One(_globalShortcuts.GetValueOrDefault(shortcut.CallbackId), shortcut),
        _ => [],
    };

    public IViewSubmissionHandler? FindForm(IServiceProvider scope, string callbackId) => _answers.GetValueOrDefault(callbackId)?.Invoke(scope);

    public IBlockOptionProvider? FindOptions(IServiceProvider scope, string actionId) => Find(_options, actionId)?.Invoke(scope);

    private static IReadOnlyList<Handling> One<T>(Func<T, Handling>? handler, T request) => handler is null ? [] : [handler(request)];

    // An action id may carry something behind a colon: the handler of "summarize" gets "summarize:2111.08566" as well.
    private static T? Find<T>(Dictionary<string, T> table, string actionId)
        where T : class => table.GetValueOrDefault(actionId) ?? table.GetValueOrDefault(actionId.Split(':', 2)[0]);

    private static void Add<T>(Dictionary<string, T> table, string name, T handler)
    {
        if (!table.TryAdd(name, handler))
            throw new InvalidOperationException(name.Length == 0 ? "Any command has a handler already." : $"{name} has a handler already.");
    }
}
