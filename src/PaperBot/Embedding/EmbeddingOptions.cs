using System.ComponentModel.DataAnnotations;

namespace PaperBot.Embedding;

/// <summary>Which model embeds, where models lie, and how much of the machine they may take.</summary>
internal sealed class EmbeddingOptions
{
    /// <summary>The name of an installed model; all-MiniLM-L6-v2 unless set.</summary>
    [Required]
    [RegularExpression("[A-Za-z0-9][A-Za-z0-9._-]{0,79}", ErrorMessage = "Embedding:Model must be the name of a model as `paperbot model list` shows it.")]
    public string Model { get; set; } = ModelStore.DefaultName;

    /// <summary>The folder of installed models; the user's cache folder, or PAPERBOT_MODELS, unless set.</summary>
    public string? ModelsFolder { get; set; }

    /// <summary>Threads of one run of the model; 0, the default, takes one for each core.</summary>
    [Range(0, 256)]
    public int Threads { get; set; }
}
