using System.ComponentModel.DataAnnotations;

namespace PaperBot.LanguageModels;

/// <summary>Which language model writes the answers, and how much may be asked of it.</summary>
internal sealed class LanguageModelOptions
{
    public const string None = "none";

    /// <summary>Who runs the model; none answers in the words of the abstracts.</summary>
    [Required]
    [AllowedValues(
        None, "openai", "azure-openai", "openai-compatible", "ollama", "anthropic",
        ErrorMessage = "LanguageModel:Provider must be one of none, openai, azure-openai, openai-compatible, ollama, anthropic.")]
    public string Provider { get; set; } = None;

    /// <summary>The model's name as its provider spells it; for Azure the deployment's name.</summary>
    public string? Model { get; set; }

    /// <summary>The address of the provider's API; null is the provider's own.</summary>
    [RegularExpression("^https?://.+", ErrorMessage = "LanguageModel:Endpoint must be an http or https address, such as http://127.0.0.1:11434.")]
    public string? Endpoint { get; set; }

    public string? ApiKey { get; set; }

    /// <summary>A file that holds the key, as container platforms hand out secrets.</summary>
    public string? ApiKeyFile { get; set; }

    /// <summary>0 is the most sober; null is the provider's default, which some models insist on. The client of anthropic sends none.</summary>
    [Range(0, 2)]
    public double? Temperature { get; set; } = 0.2;

    /// <summary>The longest answer, in tokens.</summary>
    [Range(64, 32_000)]
    public int MaxOutputTokens { get; set; } = 800;

    /// <summary>How long the model may take to begin, and to go on, in seconds.</summary>
    [Range(1, 300)]
    public int SilenceSeconds { get; set; } = 15;

    /// <summary>How long a whole call may take, in seconds.</summary>
    [Range(1, 900)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How often a call that failed before its first word is tried again.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 1;

    /// <summary>Calls at the same time; more wait for their turn.</summary>
    [Range(1, 1000)]
    public int ConcurrentCalls { get; set; } = 8;

    /// <summary>How often the model may look for more papers before it answers; 0 gives it those found for the question alone.</summary>
    [Range(0, 10)]
    public int Searches { get; set; } = 3;

    /// <summary>Tokens a day (UTC) for everybody together, in and out; null is no limit.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "LanguageModel:TokensPerDay must be at least 1; leave it out for no limit.")]
    public long? TokensPerDay { get; set; }

    /// <summary>Tokens a day (UTC) for one person; null is no limit.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "LanguageModel:TokensPerPersonPerDay must be at least 1; leave it out for no limit.")]
    public long? TokensPerPersonPerDay { get; set; }

    /// <summary>Answers kept in memory for prompts that come again; 0 keeps none.</summary>
    [Range(0, 100_000)]
    public int CachedResponses { get; set; } = 500;

    /// <summary>A folder of the team's own prompts; a file there replaces the shipped one of the same name.</summary>
    public string? PromptsFolder { get; set; }
}
