using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Bot;
using PaperBot.Charts;
using PaperBot.Digests;
using PaperBot.Embedding;
using PaperBot.Host;
using PaperBot.Host.Chat;
using PaperBot.Host.Doctor;
using PaperBot.Ingestion;
using PaperBot.LanguageModels;
using PaperBot.Retrieval;
using PaperBot.Storage;
using PaperBot.Terminal;

namespace PaperBot;

/// <summary>The rooms of the house; each says itself what it holds.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => TerminalProgram.RunAsync(args, TerminalStreams.OfProcess(), Rooms, Verbs(Rooms));

    internal static IEnumerable<Verb> Verbs(Action<IServiceCollection> rooms) => [new RunVerb(rooms), new ChatVerb(rooms), new DoctorVerb(), new DigestPostVerb(rooms)];

    internal static void Rooms(IServiceCollection services) => services
        .AddStorage()
        .AddEmbedding()
        .AddLanguageModels()
        .AddRetrieval()
        .AddIngestion()
        .AddAnswering()
        .AddCharts()
        .AddDigests()
        .AddBot()
        .AddTerminal()
        .AddHost();
}
