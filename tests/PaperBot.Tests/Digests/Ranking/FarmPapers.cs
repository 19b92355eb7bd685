using PaperBot.Papers;

namespace PaperBot.Tests.Digests.Ranking;

/// <summary>Papers that nobody wrote, all on machine learning on farms: some on animals, some on plants.</summary>
internal static class FarmPapers
{
    public static Paper Sheep { get; } = Of("2606.10001", "Counting Sheep from Drones", "A convolutional network counts sheep on pastures in pictures that a drone takes. Flocks that stand close together are split by the outline of each animal.");

    public static Paper Cows { get; } = Of("2606.10002", "Recognizing Cows by Their Faces", "We train a network to tell the cows of a herd apart by their faces. Farmers need no ear tags any more, and sick animals are found sooner.");

    public static Paper Pigs { get; } = Of("2606.10003", "What Pig Calls Say about the Animals' Welfare", "Deep learning on recorded calls tells whether pigs in a barn are calm or distressed. The animals were observed by keepers for a year.");

    public static Paper Wheat { get; } = Of("2606.10004", "Forecasting Wheat Yield from Satellite Images", "A network forecasts the yield of wheat fields from satellite images of the plants' colour. It is off by four percent at harvest.");

    public static Paper Barley { get; } = Of("2606.10005", "Detecting Rust on Barley Leaves", "Fungal rust on the leaves of barley is detected in photographs by machine learning before the crop is lost. Fields are sprayed where the plants need it.");

    public static Paper Lettuce { get; } = Of("2606.10006", "Telling Weeds from Lettuce", "A vision model tells weeds from lettuce plants in the field, so that crops are hoed without herbicide. Seedlings are the hardest plants to tell.");

    public static Paper WheatRust { get; } = Of("2606.10007", "Finding Rust on the Leaves of Wheat", "Machine learning finds fungal rust on the leaves of wheat in photographs, so that fields are sprayed before the crop is lost.");

    private static Paper Of(string id, string title, string text) => new()
    {
        Key = PaperKey.Arxiv(id),
        Title = title,
        Abstract = text,
        Authors = ["Ida Reed"],
        Published = new(2026, 6, 1),
        Categories = ["cs.CV"],
        Source = "arxiv",
    };
}
