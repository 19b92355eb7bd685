using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Embedding;
using PaperBot.Ingestion;
using PaperBot.Retrieval;
using PaperBot.Storage;
using PaperBot.Terminal;

return await TerminalProgram.RunAsync(args, TerminalStreams.OfProcess(), Rooms);

/// <summary>The rooms of the house; each says itself what it holds.</summary>
internal static partial class Program
{
    internal static void Rooms(IServiceCollection services) => services
        .AddStorage()
        .AddEmbedding()
        .AddRetrieval()
        .AddIngestion()
        .AddAnswering()
        .AddTerminal();
}
