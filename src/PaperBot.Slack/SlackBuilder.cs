using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.SocketMode;

namespace PaperBot.Slack;

/// <summary>
/// Says who takes what. Each handler comes from a scope of its own; one that is not registered with the services yet is registered as scoped.
/// Two for one command, action or callback are refused with <see cref="InvalidOperationException"/>; events may have several.
/// </summary>
public sealed class SlackBuilder
{
    internal SlackBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    internal HandlerTable Handlers { get; } = new();

    /// <summary>Sets options in code, after the host's settings.</summary>
    /// <param name="configure">Sets them.</param>
    public SlackBuilder Configure(Action<SlackOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Several handlers of one event run one after the other, in the order of their registration.</summary>
    /// <typeparam name="TEvent">The event; <see cref="SlackEvent"/> takes all.</typeparam>
    /// <typeparam name="T">The handler.</typeparam>
    public SlackBuilder RegisterEventHandler<TEvent, T>()
        where TEvent : SlackEvent
        where T : class, IEventHandler<TEvent> => Add<T>(Handlers.AddEvent<TEvent, T>);

    /// <summary>Takes each command that has no handler of its own.</summary>
    /// <typeparam name="T">The handler.</typeparam>
    public SlackBuilder RegisterSlashCommandHandler<T>()
        where T : class, ISlashCommandHandler => Add<T>(() => Handlers.AddCommand<T>(null));

    /// <summary>Takes one command.</summary>
    /// <param name="command">With its slash.</param>
    /// <typeparam name="T">The handler.</typeparam>
    public SlackBuilder RegisterSlashCommandHandler<T>(string command)
        where T : class, ISlashCommandHandler => Add<T>(() => Handlers.AddCommand<T>(command));

    /// <summary>Takes what is done with an element.</summary>
    /// <param name="actionId">The element's action id, whole or up to its first colon.</param>
    /// <typeparam name="T">The handler.</typeparam>
    public SlackBuilder RegisterBlockActionHandler<T>(string actionId)
        where T : class, IBlockActionHandler => Add<T>(() => Handlers.AddAction<T>(actionId));

    /// <summary>Takes forms.</summary>
    /// <param name="callbackId">The view's callback id.</param>
    /// <typeparam name="T">The handler.</typeparam>
    public SlackBuilder RegisterViewSubmissionHandler<T>(string callbackId)
        where T : class, IViewSubmissionHandler => Add<T>(() => Handlers.AddForm<T>(callbackId));

    /// <summary>Takes a shortcut on messages.</summary>
    /// <param name="callbackId">The shortcut's callback id.</param>
    /// <typeparam name="T">The handler.</typeparam>
    public SlackBuilder RegisterMessageShortcutHandler<T>(string callbackId)
        where T : class, IMessageShortcutHandler => Add<T>(() => Handlers.AddMessageShortcut<T>(callbackId));

    /// <summary>Takes a shortcut from the search.</summary>
    /// <param name="callbackId">The shortcut's callback id.</param>
    /// <typeparam name="T">The handler.</typeparam>
    public SlackBuilder RegisterGlobalShortcutHandler<T>(string callbackId)
        where T : class, IGlobalShortcutHandler => Add<T>(() => Handlers.AddGlobalShortcut<T>(callbackId));

    /// <summary>Offers the choices of a menu.</summary>
    /// <param name="actionId">The menu's action id, whole or up to its first colon.</param>
    /// <typeparam name="T">The provider.</typeparam>
    public SlackBuilder RegisterBlockOptionProvider<T>(string actionId)
        where T : class, IBlockOptionProvider => Add<T>(() => Handlers.AddOptions<T>(actionId));

    /// <summary>Keeps sockets to Slack while the host runs. It needs the app-level token, and refuses to start without.</summary>
    public SlackBuilder UseSocketMode()
    {
        Services.AddHostedService<SocketModeHost>();
        return this;
    }

    /// <summary>Keeps deliveries. Without it they are kept in memory, and what is in hand when the process ends is lost.</summary>
    /// <typeparam name="T">The inbox; one for the whole host.</typeparam>
    public SlackBuilder UseInbox<T>()
        where T : class, IInbox
    {
        Services.TryAddSingleton<T>();
        Services.Replace(ServiceDescriptor.Singleton<IInbox>(provider => provider.GetRequiredService<T>()));
        return this;
    }

    /// <summary>Tells people that a handler failed. Without it, only the log is told.</summary>
    /// <typeparam name="T">Who tells; from a scope of its own.</typeparam>
    public SlackBuilder UseFailureHandler<T>()
        where T : class, IFailureHandler
    {
        Services.TryAddScoped<T>();
        Services.Replace(ServiceDescriptor.Scoped<IFailureHandler>(provider => provider.GetRequiredService<T>()));
        return this;
    }

    private SlackBuilder Add<T>(Action register)
        where T : class
    {
        register();
        Services.TryAddScoped<T>();
        return this;
    }
}
