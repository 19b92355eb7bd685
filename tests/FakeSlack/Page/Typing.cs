namespace FakeSlack;

/// <summary>Turns what a person types into the page's forms into what Slack's client would send.</summary>
internal static class Typing
{
    /// <summary>Escapes as the client does, and turns @name and bare links into markup.</summary>
    public static string Markup(string text, FakeWorkspace workspace)
    {
        var escaped = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        return string.Join(' ', escaped.Split(' ').Select(word => word switch
        {
            ['@', .. var name] when Mentioned(name, workspace) is { } id => $"<@{id}>{name[name.TrimEnd(',', '.', ':').Length..]}",
            _ when word.StartsWith("http", StringComparison.Ordinal) && Uri.IsWellFormedUriString(word, UriKind.Absolute) => $"<{word}>",
            _ => word,
        }));
    }

    public static async Task ActAsync(FakeUser user, FakeView view, string? pressed, Dictionary<string, string[]> form)
    {
        if (pressed == "close")
            await user.CloseViewAsync(view);
        else if (pressed is not null and not "submit")
            await user.ClickAsync(view, pressed);
        else
            await user.SubmitAsync(view, await ValuesAsync(user, view, form));
    }

    private static string? Mentioned(string name, FakeWorkspace workspace)
    {
        var bare = name.TrimEnd(',', '.', ':');
        return bare == "bot" || bare.Equals(workspace.Options.BotName, StringComparison.OrdinalIgnoreCase) ? workspace.BotUserId
            : workspace.Users.FirstOrDefault(user => user.Name == bare)?.Id;
    }

    private static async Task<(string, object)[]> ValuesAsync(FakeUser user, FakeView view, Dictionary<string, string[]> form)
    {
        var values = new List<(string, object)>();
        foreach (var element in view.Elements)
        {
            var entered = form.GetValueOrDefault(element.ActionId, []).Where(text => text.Length > 0).ToArray();
            if (entered.Length == 0)
                continue;
            if (element.Type is not ("external_select" or "multi_external_select"))
                values.Add((element.ActionId, entered.Length == 1 ? entered[0] : entered));
            // The page has no drop-down for the app's own options: the first that it offers for each part between commas is taken.
            else
                values.Add((element.ActionId, await OfferedAsync(user, view, element.ActionId,
                    entered[0].Split(',', StringSplitOptions.TrimEntries))));
        }
        return [.. values];
    }

    private static async Task<object> OfferedAsync(FakeUser user, FakeView view, string actionId, string[] texts)
    {
        var options = new List<FakeOption>();
        foreach (var text in texts)
            options.AddRange((await user.TypeaheadAsync(view, actionId, text)).Take(1));
        return options.Count == 1 ? options[0] : options;
    }
}
