namespace FakeSlack;

/// <summary>The few elements that pages are made of. Contents are HTML already; attributes are escaped here.</summary>
internal static class Html
{
    public static string Div(string look, params string?[] content) => $"<div class=\"{look}\">{string.Concat(content)}</div>";

    public static string Span(string look, params string?[] content) => $"<span class=\"{look}\">{string.Concat(content)}</span>";

    public static string Bold(string? content) => $"<b>{content}</b>";

    /// <summary>A button that posts its value under <c>do</c>.</summary>
    public static string Press(string? value, string content, string look = "", string name = "do") =>
        $"<button class=\"{look}\" name=\"{name}\" value=\"{Mrkdwn.Escape(value)}\">{content}</button>";

    public static string Form(string? action, string look, params string?[] content) =>
        $"<form class=\"{look}\" method=post action=\"{Mrkdwn.Escape(action)}\">{string.Concat(content)}</form>";

    public static string Each<T>(IEnumerable<T> items, Func<T, string> html) => string.Concat(items.Select(html));
}
