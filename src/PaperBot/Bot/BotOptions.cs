using System.ComponentModel.DataAnnotations;

namespace PaperBot.Bot;

internal sealed class BotOptions
{
    /// <summary>The slash command, as the app's manifest names it.</summary>
    [Required, RegularExpression("^/[a-z0-9_-]{1,31}$", ErrorMessage = "Bot:Command must be a slash and up to 31 small letters, digits, dashes or underscores, such as /papers.")]
    public string Command { get; set; } = "/papers";
}
