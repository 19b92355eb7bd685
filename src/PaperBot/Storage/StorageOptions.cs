using System.ComponentModel.DataAnnotations;

namespace PaperBot.Storage;

internal sealed class StorageOptions
{
    /// <summary>The folder that holds the library; made when missing. Relative paths start at the working directory.</summary>
    [Required]
    public string DataFolder { get; set; } = "./data";

    /// <summary>How long a write waits for another process that is writing, in seconds.</summary>
    [Range(1, 600)]
    public int BusyTimeoutSeconds { get; set; } = 30;
}
