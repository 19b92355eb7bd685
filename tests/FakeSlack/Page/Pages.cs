using System.Globalization;
using Microsoft.AspNetCore.Http;
using static FakeSlack.Html;

namespace FakeSlack;

/// <summary>The workspace to look at: channels, what a person alone sees, the Home tab, modals; and to type in.</summary>
internal sealed class Pages(FakeWorkspace workspace)
{
    private const string KeepFresh = """
        <script>
        let seen = ''; const part = document.getElementById('live');
        setInterval(async () => {
          const now = await (await fetch(location.href, { headers: { 'X-Part': '1' } })).text();
          if (now !== seen) { if (seen) { part.innerHTML = now; part.scrollTop = part.scrollHeight; } seen = now; }
        }, 700);
        part.scrollTop = part.scrollHeight;
        </script>
        """;

    public Task AnswerAsync(HttpContext context, string[] path)
    {
        var user = workspace.FindUser(context.Request.Query["as"].ToString()) ?? (workspace.Users is [var first, ..] ? first : null);
        return (path, context.Request.Method) switch
        {
            ([""], "GET") => WriteAsync(context, user, null, "Welcome", Div("message", "Choose a channel."), ""),
            (["channel", var id], "GET") when workspace.Conversations.Find(id) is { } channel => ChannelAsync(context, channel, user),
            (["user", var id, "home"], "GET") when workspace.FindUser(id) is { } owner => HomeAsync(context, owner),
            (_, "POST") when user is not null && IsOurs(context) => ActAsync(context, path, user),
            _ => NotFoundAsync(context),
        };
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>A form of another site cannot speak for the person.</summary>
    private bool IsOurs(HttpContext context) =>
        context.Request.Headers.Origin.ToString() is { } origin
            && (origin.Length == 0 || origin == workspace.BaseUrl.GetLeftPart(UriPartial.Authority));

    private Task ChannelAsync(HttpContext context, FakeChannel channel, FakeUser? user)
    {
        var messages = workspace.Messages(channel).TakeLast(200).ToList();
        var mine = user is null ? [] : workspace.Ephemerals(user).Where(message => message.Channel == channel.Id);
        var html = string.Concat(messages.Concat(mine).OrderBy(message => message.IsTopLevel ? message.Ts : message.ThreadTs, StringComparer.Ordinal)
            .ThenBy(message => message.Ts, StringComparer.Ordinal).Select(message => Message(message, user)));
        html += Agent(channel, messages, user);
        if (user is not null && channel.Kind == ChannelKind.Direct && messages.Count == 0)
            html += Form($"/user/{user.Id}/messages?as={user.Id}", "prompts", Press("open", "Open the conversation"));
        if (user is not null && workspace.OpenView(user) is { } modal)
            html += BlockHtml.Modal(workspace.Shapes.View(modal).ToElement(), $"/view/{modal.Id}?as={user.Id}&back={channel.Id}", modal.Errors);
        var compose = user is null ? "" : Form($"/channel/{channel.Id}?as={user.Id}", "compose", Box(user), Press("", "Send", "primary"));
        return WriteAsync(context, user, channel.Id, Name(channel), html, compose);
    }

    private Task HomeAsync(HttpContext context, FakeUser owner)
    {
        var html = workspace.Home(owner) is { } home
            ? Form($"/home?as={owner.Id}", "message", Div("content", BlockHtml.Blocks(home.Json.Items("blocks"))))
            : Div("message", "Nothing was published yet.");
        if (workspace.OpenView(owner) is { } modal)
            html += BlockHtml.Modal(workspace.Shapes.View(modal).ToElement(), $"/view/{modal.Id}?as={owner.Id}&back=home", modal.Errors);
        var open = Form($"/user/{owner.Id}/home?as={owner.Id}", "compose", Press("open", "Open the Home tab"));
        return WriteAsync(context, owner, "home", "Home", html, open);
    }

    private string Message(FakeMessage message, FakeUser? user)
    {
        var time = Timestamps.Read(message.Ts).ToString("h:mm tt", CultureInfo.InvariantCulture);
        var content = Named(BlockHtml.Content(workspace.Shapes.Message(message).ToElement()));
        if (message.Edited is not null)
            content += Span("quiet", "(edited)");
        if (message.Streaming == StreamState.InProgress)
            content += Span("quiet", "▍");
        if (message.Reactions.Count > 0)
            content += Div("reactions", Each(message.Reactions, reaction =>
                Span("", Mrkdwn.Emojis($":{Mrkdwn.Escape(reaction.Name)}:"), $" {reaction.Users.Count}")));
        var only = message.EphemeralTo is not null;
        var row = BlockHtml.Message(Author(message), message.BotId is not null, time, content, only ? BlockHtml.Only
            : "", reply: !message.IsTopLevel);
        return user is null ? row : Form($"/message/{message.Channel}/{message.Ts}?as={user.Id}{(only ? "&only=1" : "")}", "", row);
    }

    private string Author(FakeMessage message) => message switch
    {
        { Username: { } name } => name,
        { BotId: { } bot } when bot == workspace.BotId => workspace.Options.BotName,
        { User: { } user } when workspace.FindUser(user) is { } person => person.RealName,
        _ => "Slackbot",
    };

    private static string Box(FakeUser user) => $"""
        <textarea name=text rows=2 autofocus placeholder="Message as {Mrkdwn.Escape(user.Name)}: @bot mentions, /papers … commands"
        onkeydown="if(event.key==='Enter'&&!event.shiftKey)(event.preventDefault(),this.form.submit())"></textarea>
        """;

    private string Agent(FakeChannel channel, IReadOnlyList<FakeMessage> messages, FakeUser? user)
    {
        var threads = messages.Select(message => message.ThreadTs ?? message.Ts).Append("").Distinct()
            .Select(ts => workspace.Assistant(channel.Id, ts)).OfType<AssistantThread>().ToList();
        var now = workspace.Time.GetUtcNow();
        var status = threads.Where(thread => !string.IsNullOrEmpty(thread.Status) && now - thread.StatusSince < TimeSpan.FromMinutes(2))
            .Select(thread => Div("status", Mrkdwn.Escape($"{workspace.Options.BotName} {thread.Status}")));
        var prompts = user is null ? [] : threads.SelectMany(thread => thread.Prompts).Select(prompt =>
            Form($"/channel/{channel.Id}?as={user.Id}", "", Press(prompt.Message, Mrkdwn.Escape(prompt.Title), name: "text")));
        return string.Concat(status) + Div("prompts", string.Concat(prompts));
    }

    /// <summary>Ids of persons as their names.</summary>
    private string Named(string html)
    {
        html = html.Replace($"@{workspace.BotUserId}<", $"@{workspace.Options.BotName}<", StringComparison.Ordinal);
        foreach (var user in workspace.Users)
            html = html.Replace($"@{user.Id}<", $"@{Mrkdwn.Escape(user.Name)}<", StringComparison.Ordinal);
        return html;
    }

    private static string Name(FakeChannel channel) => channel.Kind switch
    {
        ChannelKind.Direct => "Messages",
        ChannelKind.Private => "🔒 " + channel.Name,
        _ => "# " + channel.Name,
    };

    private async Task ActAsync(HttpContext context, string[] path, FakeUser user)
    {
        var form = (await context.Request.ReadFormAsync(context.RequestAborted))
            .ToDictionary(field => field.Key, field => field.Value.ToArray().OfType<string>().ToArray());
        var pressed = form.GetValueOrDefault("do")?.FirstOrDefault();
        var back = context.Request.Query["back"].ToString();
        try
        {
            back = await DoAsync(context, path, user, form, pressed, back);
        }
        catch (InvalidOperationException e)
        {
            // What Slack's client would not let a person do.
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            await context.Response.WriteAsync(e.Message, context.RequestAborted);
            return;
        }
        context.Response.Redirect(back == "home" ? $"/user/{user.Id}/home?as={user.Id}" : back.Length == 0 ? "/" : $"/channel/{back}?as={user.Id}");
    }

    /// <summary>Does what the form says; gives the place to show next.</summary>
    private async Task<string> DoAsync(
        HttpContext context, string[] path, FakeUser user, Dictionary<string, string[]> form, string? pressed, string back)
    {
        switch (path)
        {
            case ["channel", var id] when workspace.Conversations.Find(id) is { } channel:
                await SayAsync(user, channel, form.GetValueOrDefault("text")?.FirstOrDefault()?.Trim() ?? "");
                return channel.Id;
            case ["message", var id, var ts] when pressed is not null && FindMessage(context, user, id, ts) is { } message:
                await user.ClickAsync(message, pressed);
                return id;
            case ["view", var id] when workspace.Views.Find(id) is { } view:
                await Typing.ActAsync(user, view, pressed, form);
                return back;
            case ["home"] when pressed is not null && workspace.Home(user) is { } home:
                await user.ClickAsync(home, pressed);
                return "home";
            case ["user", _, "home"]:
                user.OpenHome();
                return "home";
            case ["user", _, "messages"]:
                user.OpenHome("messages");
                return user.DirectChannel.Id;
            default:
                return back;
        }
    }

    private FakeMessage? FindMessage(HttpContext context, FakeUser user, string channel, string ts) => context.Request.Query.ContainsKey("only")
        ? workspace.Conversations.EphemeralsOf(user.Id).Find(ts) : workspace.Conversations.Of(channel).Find(ts);

    private async Task SayAsync(FakeUser user, FakeChannel channel, string text)
    {
        if (text.StartsWith('/') && text.Split(' ', 2) is [var command, ..] words)
            await user.CommandAsync(channel, command, words.Length > 1 ? words[1] : "");
        else if (text.Length > 0)
            user.Say(channel, Typing.Markup(text, workspace));
    }

    private Task WriteAsync(HttpContext context, FakeUser? user, string? here, string title, string live, string below)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        if (context.Request.Headers.ContainsKey("X-Part"))
            return context.Response.WriteAsync(live, context.RequestAborted);
        string Link(string href, string name, bool isHere) =>
            $"<a href=\"{href}?as={user?.Id}\"{(isHere ? " class=here" : "")}>{Mrkdwn.Escape(name)}</a>";
        var channels = workspace.Channels.Where(channel => channel.Kind != ChannelKind.Direct || user is null || channel.Has(user.Id))
            .Select(channel => Link($"/channel/{channel.Id}", channel.Kind == ChannelKind.Direct ? workspace.Options.BotName
                : Name(channel), channel.Id == here));
        var home = user is null ? "" : Link($"/user/{user.Id}/home", $"{workspace.Options.BotName} · Home", here == "home");
        return context.Response.WriteAsync(BlockHtml.Document(title, $"""
            <div class=app><div class=side><h1>{Mrkdwn.Escape(workspace.Options.TeamName)}</h1>
            <h2>Channels</h2>{string.Concat(channels)}<h2>Apps</h2>{home}</div>
            <div class=main><div class=bar>{Mrkdwn.Escape(title)}<small>{Mrkdwn.Escape(user is null ? "" : "as " + user.Name)}</small></div>
            <div class=scroll id=live>{live}</div>{below}</div></div>{KeepFresh}
            """), context.RequestAborted);
    }
}
