using PaperBot.Bot.Rendering;
using PaperBot.Embedding;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Replies;

/// <summary>Gathers what <c>status</c> tells.</summary>
internal sealed class LibraryStatus(PaperStore papers, VectorStore vectors, EmbeddingModelLoader models, FeedbackStore feedback)
{
    public Reply Tell(string id, Wording wording)
    {
        var model = Model();
        var pending = model is null ? 0 : vectors.PendingCount(model.Id, EmbeddingPart.Paper);
        return StatusReply.Of(id, papers.Statistics(), model?.Name, pending, feedback.Totals(), wording);
    }

    private EmbeddingModel? Model()
    {
        try
        {
            return models.Load()?.Model;
        }
        catch (EmbeddingModelException)
        {
            // Damaged: searches go by keywords then, and the log says how to mend it.
            return null;
        }
    }
}
