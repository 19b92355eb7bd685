using System.IO.Compression;
using System.Net;
using System.Numerics.Tensors;
using PaperBot.Embedding;

namespace PaperBot.Tests.Embedding;

public sealed class ImportedModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelStore _store;

    public ImportedModelTests() => _store = new ModelStore(_folder["models"]);

    [Fact]
    public async Task Install_FromFolder_ReadsHowTheModelIsUsed()
    {
        var model = await _store.InstallAsync(new ModelRequest { From = TinyExport.Write(_folder["tiny"]) });

        Assert.Equal(("tiny", Pooling.Cls, TinyExport.Dimensions, 32), (model.Name, model.Pooling, model.Dimensions, model.MaxTokens));
        Assert.Equal(("query: ", "passage: "), (model.QueryPrefix, model.PassagePrefix));
        Assert.Equal(model.Id, _store.Find("tiny")?.Id);
        Assert.StartsWith("tiny@", model.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_StatedOptions_GoBeforeTheFiles()
    {
        var read = await _store.InstallAsync(new ModelRequest { From = TinyExport.Write(_folder["tiny"]) });
        var stated = await _store.InstallAsync(
            new ModelRequest { From = _folder["tiny"], Name = "other", Pooling = Pooling.Mean, MaxTokens = 16, QueryPrefix = "", PassagePrefix = "a ", Dimensions = 8 });

        Assert.Equal(("other", Pooling.Mean, 16, "", "a "), (stated.Name, stated.Pooling, stated.MaxTokens, stated.QueryPrefix, stated.PassagePrefix));
        Assert.NotEqual(read.Id.Split('@')[1], stated.Id.Split('@')[1]);
    }

    [Fact]
    public async Task Generate_ClsPooling_IsTheFirstTokensVector()
    {
        using var cls = new OnnxEmbeddingGenerator(await _store.InstallAsync(new ModelRequest { From = TinyExport.Write(_folder["tiny"]) }));
        using var mean = new OnnxEmbeddingGenerator(await _store.InstallAsync(new ModelRequest { From = _folder["tiny"], Name = "mean", Pooling = Pooling.Mean }));

        // An empty text with no prefix is [CLS] [SEP]; the two poolings differ there already.
        var (first, both) = (cls.Embed([""], "", CancellationToken.None)[0], mean.Embed([""], "", CancellationToken.None)[0]);
        Assert.True(TensorPrimitives.Distance(first, both) > 1e-3f);
        Assert.Equal(1, TensorPrimitives.Norm(first), 1e-5f);
    }

    [Fact]
    public async Task Generate_QueryAndPassage_GetTheirPrefixes()
    {
        using var generator = new OnnxEmbeddingGenerator(await _store.InstallAsync(new ModelRequest { From = TinyExport.Write(_folder["tiny"]) }));

        var query = (await generator.GenerateAsync(["small model"], EmbeddingInput.Query))[0].Vector;
        var passage = (await generator.GenerateAsync(["small model"], EmbeddingInput.Passage))[0].Vector;

        Assert.Equal(generator.Embed(["query: small model"], "", CancellationToken.None)[0], query.ToArray());
        Assert.Equal(generator.Embed(["passage: small model"], "", CancellationToken.None)[0], passage.ToArray());
        var span = generator.EmbedPassages([new Passage("small model", [(0, 5)])], CancellationToken.None)[0];
        Assert.True(TensorPrimitives.Distance(passage.Span, span.Vector.Span) < 1e-5f);
        Assert.NotNull(span.Spans[0]);
    }

    [Fact]
    public async Task Install_FromArchive_FindsTheExportInside()
    {
        TinyExport.Write(_folder["packed/deep/tiny"]);
        ZipFile.CreateFromDirectory(_folder["packed"], _folder["tiny-v2.zip"]);

        var model = await _store.InstallAsync(new ModelRequest { From = _folder["tiny-v2.zip"] });

        Assert.Equal("tiny-v2", model.Name);
        Assert.Empty(await _store.VerifyAsync("tiny-v2"));
    }

    [Theory]
    [InlineData("models/tiny", "tiny")]
    [InlineData("models/tiny/", "tiny")]
    [InlineData("archive/packed.zip", "packed")]
    public async Task Install_FromAddress_FetchesWhatIsThere(string path, string name)
    {
        TinyExport.Write(_folder["www/models/tiny"]);
        Directory.CreateDirectory(_folder["www/archive"]);
        ZipFile.CreateFromDirectory(_folder["www/models"], _folder["www/archive/packed.zip"]);
        using var server = new FileServer(_folder["www"]);

        var model = await _store.InstallAsync(new ModelRequest { From = server.Address + path });

        Assert.Equal((name, Pooling.Cls, 32), (model.Name, model.Pooling, model.MaxTokens));
    }

    [Fact]
    public async Task Install_AddressThatRefuses_SaysSo()
    {
        string address;
        using (var server = new FileServer(_folder["www"]))
            address = server.Address;

        await Refused(new ModelRequest { From = address + "tiny" }, "Check the address and the network");
    }

    [Fact]
    public async Task Install_NoSuchFolder_SaysSo() => await Refused(new ModelRequest { From = _folder["none"] }, "There is no folder");

    [Fact]
    public async Task Install_NoGraph_SaysSo()
    {
        File.Delete(Path.Combine(TinyExport.Write(_folder["tiny"]), "onnx/model.onnx"));
        await Refused(new ModelRequest { From = _folder["tiny"] }, "has no model.onnx");
    }

    [Fact]
    public async Task Install_NoTokenizer_SaysSo()
    {
        File.Delete(Path.Combine(TinyExport.Write(_folder["tiny"]), "vocab.txt"));
        await Refused(new ModelRequest { From = _folder["tiny"] }, "neither tokenizer.json nor vocab.txt");
    }

    [Fact]
    public async Task Install_OtherKindOfTokenizer_SaysWhich()
    {
        TinyExport.WriteJson(TinyExport.Write(_folder["tiny"]), "tokenizer.json", new { model = new { type = "Unigram" } });
        await Refused(new ModelRequest { From = _folder["tiny"] }, "of the kind Unigram; only WordPiece");
    }

    [Fact]
    public async Task Install_PoolingNotStated_AsksForIt()
    {
        File.Delete(Path.Combine(TinyExport.Write(_folder["tiny"]), "1_Pooling/config.json"));
        await Refused(new ModelRequest { From = _folder["tiny"] }, "does not say how its tokens are pooled");
        Assert.Equal(Pooling.Mean, (await _store.InstallAsync(new ModelRequest { From = _folder["tiny"], Pooling = Pooling.Mean })).Pooling);
    }

    [Fact]
    public async Task Install_PoolingOfAnotherKind_IsRefused()
    {
        TinyExport.Write(_folder["tiny"], pooling: "max");
        await Refused(new ModelRequest { From = _folder["tiny"] }, "pools its tokens in another way");
    }

    [Fact]
    public async Task Install_FurtherLayer_IsRefused()
    {
        TinyExport.WriteJson(TinyExport.Write(_folder["tiny"]), "modules.json", new[] { new { type = "sentence_transformers.models.Dense" } });
        await Refused(new ModelRequest { From = _folder["tiny"] }, "a layer that is not supported");
    }

    [Theory]
    [InlineData("[{}]")]
    [InlineData("[7]")]
    [InlineData("[{\"type\":7}]")]
    public async Task Install_LayerWithoutType_IsRefused(string modules)
    {
        File.WriteAllText(Path.Combine(TinyExport.Write(_folder["tiny"]), "modules.json"), modules);
        await Refused(new ModelRequest { From = _folder["tiny"] }, "a layer without a type");
    }

    [Fact]
    public async Task Install_AddressWithSecrets_NeitherStoresNorTellsThem()
    {
        TinyExport.Write(_folder["www/tiny"]);
        using var server = new FileServer(_folder["www"]);
        var secret = server.Address.Replace("http://", "http://user:secret@", StringComparison.Ordinal);

        var e = await Assert.ThrowsAsync<EmbeddingModelException>(() => _store.InstallAsync(new ModelRequest { From = secret + "none.zip?token=secret" }));
        var model = await _store.InstallAsync(new ModelRequest { From = secret + "tiny?token=secret" });

        Assert.Contains("There is nothing at http://localhost", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
        Assert.Equal(server.Address + "tiny", model.Source);
    }

    [Fact]
    public async Task Install_ArchiveThatLeadsOut_BlamesTheArchive()
    {
        using (var archive = ZipFile.Open(_folder["out.zip"], ZipArchiveMode.Create))
            archive.CreateEntry("../../out.txt");
        await Refused(new ModelRequest { From = _folder["out.zip"] }, "is not a readable archive");
    }

    [Fact]
    public async Task Install_OtherDimensions_AreRefused() =>
        await Refused(new ModelRequest { From = TinyExport.Write(_folder["tiny"]), Dimensions = 384 }, "has 8 dimensions, not 384");

    [Fact]
    public async Task Install_LimitBeyondPositions_IsRefused() =>
        await Refused(new ModelRequest { From = TinyExport.Write(_folder["tiny"]), MaxTokens = 65 }, "at most 64 tokens, not 65");

    [Fact]
    public async Task Install_LimitBeyondGraph_IsRefused()
    {
        File.Delete(Path.Combine(TinyExport.Write(_folder["tiny"], limit: 65), "config.json"));
        await Refused(new ModelRequest { From = _folder["tiny"] }, "cannot embed 65 tokens");
    }

    [Fact]
    public async Task Install_NoGraphAtAll_IsRefused()
    {
        File.WriteAllText(Path.Combine(TinyExport.Write(_folder["tiny"]), "onnx/model.onnx"), "version https://git-lfs.github.com/spec/v1");
        await Refused(new ModelRequest { From = _folder["tiny"] }, "cannot be loaded");
    }

    public void Dispose() => _folder.Dispose();

    private async Task Refused(ModelRequest request, string because)
    {
        var e = await Assert.ThrowsAsync<EmbeddingModelException>(() => _store.InstallAsync(request));
        Assert.Contains(because, e.Message, StringComparison.Ordinal);
        Assert.Empty(_store.List());
    }

    /// <summary>Serves a folder on this machine.</summary>
    private sealed class FileServer : IDisposable
    {
        private readonly HttpListener _listener;

        public FileServer(string folder)
        {
            (_listener, Address) = Listen();
            _ = ServeAsync(folder);
        }

        public string Address { get; }

        public void Dispose() => _listener.Close();

        // The listener takes no port 0, so free ones are tried.
        private static (HttpListener Listener, string Address) Listen()
        {
            while (true)
            {
                var address = $"http://localhost:{Random.Shared.Next(20000, 60000)}/";
                var listener = new HttpListener { Prefixes = { address } };
                try
                {
                    listener.Start();
                    return (listener, address);
                }
                catch (HttpListenerException)
                {
                    listener.Close();
                }
            }
        }

        private async Task ServeAsync(string folder)
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    var path = Path.Combine(folder, context.Request.Url!.AbsolutePath.TrimStart('/'));
                    if (File.Exists(path))
                        await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(path));
                    else
                        context.Response.StatusCode = 404;
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The server was closed.
            }
        }
    }
}
