using Microsoft.Extensions.Configuration;
using PaperBot.Ingestion.Sources;
using PaperBot.Retrieval;
using PaperBot.Settings;
using PaperBot.Storage;

namespace PaperBot.Tests.Settings;

public sealed class SettingsCheckTests
{
    private static readonly SettingsSection[] Sections = [new("Storage", typeof(StorageOptions)), new("Retrieval", typeof(RetrievalOptions))];

    [Theory]
    [InlineData("Storage:BusyTimeoutSeconds", "20", null)]
    [InlineData("storage:busytimeoutseconds", "20", null)]
    [InlineData("Storage:BusyTimeoutSecond", "20", "Storage:BusyTimeoutSecond is no setting. Did you mean BusyTimeoutSeconds?")]
    [InlineData("Storage:BusyTimeoutSeconds", "soon", "Storage:BusyTimeoutSeconds is \"soon\", which is not a whole number.")]
    [InlineData("Storage:BusyTimeoutSeconds", "0", "The field Storage:BusyTimeoutSeconds must be between 1 and 600. It is \"0\".")]
    [InlineData("Storage:DataFolder", "", "The Storage:DataFolder field is required. It is \"\".")]
    [InlineData("Storage:DataFolder:Inner", "x", "Storage:DataFolder holds several values, but it takes one: a text.")]
    [InlineData("Storage", "here", "Storage is \"here\", but it is a section and holds settings: Storage:Name, or PAPERBOT_Storage__Name in the environment.")]
    [InlineData("Storrage:DataFolder", "x", "Storrage is no section of the settings. Did you mean Storage?")]
    [InlineData("Quantum:Flux", "x", "Quantum is no section of the settings. Known are Retrieval, Storage.")]
    public void Setting_ThatIsWrong_IsToldWithItsMend(string name, string value, string? mistake)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(name, value)]).Build();

        Assert.Equal(mistake is null ? [] : [mistake], SettingsCheck.FindMistakes(configuration, Sections));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/api", true)]
    [InlineData("ftp://127.0.0.1/api", false)]
    [InlineData("http:///api", false)]
    [InlineData("http://127.0.0.1:99999/api", false)]
    [InlineData("http://one two", false)]
    public void Address_ThatNoRequestCanBeSentTo_IsToldWithItsName(string address, bool isWell)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Sources:ArxivApi", address)]).Build();

        Assert.Equal(
            isWell ? [] : [$"Sources:ArxivApi must be an http or https address. It is \"{address}\"."],
            SettingsCheck.FindMistakes(configuration, [new("Sources", typeof(SourcesOptions))]));
    }
}
