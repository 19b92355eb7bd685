namespace FakeSlack;

/// <summary>A file in the workspace.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name with the extension.</param>
/// <param name="Title">The title shown.</param>
/// <param name="User">Who uploaded it.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Created">When it was uploaded.</param>
public sealed record FakeFile(string Id, string Name, string Title, string User, ReadOnlyMemory<byte> Content, DateTimeOffset Created)
{
    /// <summary>A file that a person shares.</summary>
    public static FakeFile Named(string name, string content) =>
        new(Ids.New("F"), name, name, "", System.Text.Encoding.UTF8.GetBytes(content), default);

    internal string Extension => Path.GetExtension(Name).TrimStart('.').ToLowerInvariant() is { Length: > 0 } extension ? extension : "binary";

    internal string MimeType => Extension switch
    {
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" or "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "csv" => "text/csv",
        "txt" or "bib" or "md" => "text/plain",
        "json" => "application/json",
        _ => "application/octet-stream",
    };
}
