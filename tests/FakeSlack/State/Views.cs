using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>The stack of modals and the Home tab of each person.</summary>
internal sealed class Views
{
    private const int DeepestStack = 3;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ImmutableList<FakeView>> _stacks = [];
    private readonly Dictionary<string, FakeView> _homes = [];
    private readonly ConcurrentDictionary<string, string> _owners = new();

    public Signals<FakeView> Signals { get; } = new();

    public FakeView? Open(string user)
    {
        lock (_gate)
            return _stacks.GetValueOrDefault(user)?.LastOrDefault();
    }

    public FakeView? Home(string user)
    {
        lock (_gate)
            return _homes.GetValueOrDefault(user);
    }

    public FakeView? Find(string id) => _owners.TryGetValue(id, out var user) ? Of(user).FirstOrDefault(view => view.Id == id) : null;

    /// <summary>True when another view has that name.</summary>
    public bool HasExternalId(string? externalId, string? exceptView)
    {
        if (string.IsNullOrEmpty(externalId))
            return false;
        lock (_gate)
            return _stacks.Values.SelectMany(stack => stack).Concat(_homes.Values)
                .Any(view => view.Json.Text("external_id") == externalId && view.Id != exceptView);
    }

    public FakeView? FindExternal(string externalId)
    {
        lock (_gate)
            return _stacks.Values.SelectMany(stack => stack).Concat(_homes.Values)
                .FirstOrDefault(view => view.Json.Text("external_id") == externalId);
    }

    /// <summary>Opens a modal over whatever the person had open, or on top of it; null when three are open already.</summary>
    public FakeView? Push(string user, JsonElement json, bool onTop)
    {
        FakeView view;
        lock (_gate)
        {
            var stack = _stacks.GetValueOrDefault(user, []);
            if (!onTop)
            {
                stack.ForEach(replaced => _owners.TryRemove(replaced.Id, out _));
                stack = [];
            }
            if (stack.Count >= DeepestStack)
                return null;
            var id = Ids.New("V");
            view = Fresh(user, id, json) with { RootId = stack.FirstOrDefault()?.Id ?? id, PreviousId = stack.LastOrDefault()?.Id };
            _stacks[user] = stack.Add(view);
        }
        return Publish(view);
    }

    public FakeView Publish(string user, JsonElement json)
    {
        FakeView view;
        lock (_gate)
            view = _homes[user] = Fresh(user, _homes.GetValueOrDefault(user)?.Id ?? Ids.New("V"), json);
        return Publish(view);
    }

    public FakeView? Change(string id, Func<FakeView, FakeView> change)
    {
        FakeView? changed = null;
        lock (_gate)
        {
            if (!_owners.TryGetValue(id, out var user))
                return null;
            if (_stacks.TryGetValue(user, out var stack) && stack.FindIndex(view => view.Id == id) is >= 0 and var at)
                _stacks[user] = stack.SetItem(at, changed = change(stack[at]));
            else if (_homes.TryGetValue(user, out var home) && home.Id == id)
                _homes[user] = changed = change(home);
        }
        return changed is null ? null : Publish(changed);
    }

    /// <summary>Puts another content into a view, keeping what was entered in blocks of the same name.</summary>
    public FakeView? Update(string id, JsonElement json) =>
        Change(id, view => view with { Json = Named(json), Hash = NewHash(), Errors = view.Errors.Clear() });

    /// <summary>Closes the top of the stack, or all of it.</summary>
    public IReadOnlyList<FakeView> Close(string user, bool all)
    {
        IReadOnlyList<FakeView> closed;
        lock (_gate)
        {
            var stack = _stacks.GetValueOrDefault(user, []);
            closed = all ? [.. stack] : [.. stack.TakeLast(1)];
            _stacks[user] = all ? [] : stack.RemoveRange(stack.Count - closed.Count, closed.Count);
        }
        foreach (var view in closed)
        {
            _owners.TryRemove(view.Id, out _);
            Publish(view with { IsClosed = true });
        }
        return closed;
    }

    private static string NewHash() => $"{Ids.Digits(10)}.{Ids.Secret(8)}";

    private static JsonElement Named(JsonElement json)
    {
        var view = (JsonObject)Json.Node(json)!;
        view["blocks"] = Json.Node(BlockNames.Fill(json.GetProperty("blocks")));
        return Json.Element(view);
    }

    private static FakeView Fresh(string user, string id, JsonElement json) => new()
    {
        Id = id,
        User = user,
        Type = json.Text("type")!,
        Json = Named(json),
        RootId = id,
        Hash = NewHash(),
    };

    private ImmutableList<FakeView> Of(string user)
    {
        lock (_gate)
        {
            var stack = _stacks.GetValueOrDefault(user, []);
            return _homes.TryGetValue(user, out var home) ? stack.Add(home) : stack;
        }
    }

    private FakeView Publish(FakeView view)
    {
        if (!view.IsClosed)
            _owners[view.Id] = view.User;
        Signals.Publish(view.User, view);
        return view;
    }
}
