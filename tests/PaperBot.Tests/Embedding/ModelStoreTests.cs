using PaperBot.Embedding;
using PaperBot.Embedding.Installing;

namespace PaperBot.Tests.Embedding;

public sealed class ModelStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelStore _store;

    public ModelStoreTests() => _store = new ModelStore(_folder["models"], new NpmClient(_folder["bin"]));

    private ModelRequest Tiny => new() { From = TinyExport.Write(_folder["tiny"]) };

    [Fact]
    public void Find_NothingInstalled_IsNull()
    {
        Assert.Null(_store.Find(ModelStore.DefaultName));
        Assert.Empty(_store.List());
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("")]
    public void Find_NameThatIsNoFolder_IsRefused(string name) => Assert.Throws<EmbeddingModelException>(() => _store.Find(name));

    [Fact]
    public async Task Install_NoNpm_SaysWhatToDo()
    {
        var e = await Assert.ThrowsAsync<EmbeddingModelException>(() => _store.InstallAsync(new ModelRequest()));

        Assert.Contains("npm was not found", e.Message, StringComparison.Ordinal);
        Assert.Contains("install Node.js", e.Message, StringComparison.Ordinal);
        AssertNothingInstalled();
    }

    [Fact]
    public async Task Install_NpmFails_SaysWhatNpmSaid()
    {
        WriteNpm(["npm error code ENOTFOUND", "npm error syscall getaddrinfo", "npm error network request failed, reason: getaddrinfo ENOTFOUND."], exitCode: 1);
        var e = await Assert.ThrowsAsync<EmbeddingModelException>(() => _store.InstallAsync(new ModelRequest()));

        Assert.Contains("0.1.0: network request failed, reason: getaddrinfo ENOTFOUND; check the network", e.Message, StringComparison.Ordinal);
        AssertNothingInstalled();
    }

    [Fact]
    public async Task Install_NpmNeverAnswers_EndsWithASentence()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(_folder["bin"]);
        File.WriteAllText(_folder["bin/npm"], "#!/bin/sh\nsleep 600\n");
        File.SetUnixFileMode(_folder["bin/npm"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var store = new ModelStore(_folder["models"], new NpmClient(_folder["bin"], TimeSpan.FromMilliseconds(200)));

        var e = await Assert.ThrowsAsync<EmbeddingModelException>(() => store.InstallAsync(new ModelRequest()));

        Assert.Contains("did not answer in time; check the network", e.Message, StringComparison.Ordinal);
        AssertNothingInstalled();
    }

    [Theory]
    [InlineData("")]
    [InlineData("relative/home")]
    public void CacheFolder_NoHome_IsStillAWholePath(string home) => Assert.True(Path.IsPathFullyQualified(ModelStore.CacheFolder(home, cache: "also/relative")));

    [Fact]
    public async Task Build_PackageWithOtherWeights_IsRefused()
    {
        Directory.CreateDirectory(_folder["package/model"]);
        Directory.CreateDirectory(_folder["target"]);
        foreach (var file in new[] { "model.fp16.safetensors", "tokenizer.json", "config.json" })
            File.WriteAllText(_folder[$"package/model/{file}"], "not the published file");

        var e = await Assert.ThrowsAsync<EmbeddingModelException>(() => MiniLmPackage.BuildAsync(_folder["package"], _folder["target"], CancellationToken.None));

        Assert.Contains("checksum of model.fp16.safetensors", e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["target"]));
    }

    [Theory]
    [InlineData("Copying the model")]
    [InlineData("Trying the model")]
    public async Task Install_Interrupted_LeavesNothing(string step)
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new Steps(report =>
        {
            if (report.Step == step)
                cancellation.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.InstallAsync(Tiny, progress, cancellation.Token));

        AssertNothingInstalled();
    }

    [Fact]
    public async Task Install_AfterOneThatWasKilled_RemovesItsRemains()
    {
        Directory.CreateDirectory(_folder["models/.unfinished-model"]);
        File.WriteAllText(_folder["models/.unfinished-model/model.onnx"], "half");
        File.WriteAllText(_folder["models/.unfinished-model/model.json"], "{");
        Assert.Empty(_store.List());

        var model = await _store.InstallAsync(Tiny);

        Assert.Equal([model.Id], _store.List().Select(installed => installed.Id));
        Assert.Empty(Directory.EnumerateDirectories(_folder["models"], ".unfinished-*"));
    }

    [Fact]
    public async Task Install_Again_ReplacesTheModelUnderTheSameIdentity()
    {
        var first = await _store.InstallAsync(Tiny);
        File.WriteAllText(Path.Combine(first.Folder, "model.onnx"), "broken");

        var second = await _store.InstallAsync(Tiny);

        Assert.Equal(first.Id, second.Id);
        Assert.Empty(await _store.VerifyAsync("tiny"));
    }

    [Fact]
    public async Task Install_Fails_KeepsTheInstalledModel()
    {
        await _store.InstallAsync(Tiny);

        await Assert.ThrowsAsync<EmbeddingModelException>(() => _store.InstallAsync(Tiny with { Dimensions = 9 }));

        Assert.Empty(await _store.VerifyAsync("tiny"));
    }

    [Fact]
    public async Task Install_SeveralAtOnce_AllSucceed()
    {
        var request = Tiny;
        var models = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => new ModelStore(_folder["models"]).InstallAsync(request)));

        Assert.Single(models.Select(model => model.Id).Distinct());
        Assert.Empty(await _store.VerifyAsync("tiny"));
    }

    [Theory]
    [InlineData("model.onnx")]
    [InlineData("vocab.txt")]
    public async Task Verify_ChangedFile_IsFound(string file)
    {
        var model = await _store.InstallAsync(Tiny);
        var bytes = File.ReadAllBytes(Path.Combine(model.Folder, file));
        bytes[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(model.Folder, file), bytes);

        Assert.Equal($"{file} has changed since it was installed; install the model again.", Assert.Single(await _store.VerifyAsync("tiny")));
    }

    [Fact]
    public async Task Verify_NotInstalled_SaysSo() => await Assert.ThrowsAsync<EmbeddingModelException>(() => _store.VerifyAsync("tiny"));

    [Fact]
    public async Task Load_DamagedGraph_SaysToInstallAgain()
    {
        var model = await _store.InstallAsync(Tiny);
        File.WriteAllText(model.GraphPath, "damaged");

        var e = Assert.Throws<EmbeddingModelException>(() => new OnnxEmbeddingGenerator(model));

        Assert.Contains("install it again", e.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void AssertNothingInstalled()
    {
        Assert.Empty(_store.List());
        Assert.Empty(Directory.EnumerateDirectories(_folder["models"]));
    }

    private void WriteNpm(string[] errors, int exitCode)
    {
        Directory.CreateDirectory(_folder["bin"]);
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllLines(_folder["bin/npm.cmd"], [.. errors.Select(error => $"@echo {error} 1>&2"), $"@exit /b {exitCode}"]);
        }
        else
        {
            File.WriteAllText(_folder["bin/npm"], $"#!/bin/sh\ncat >&2 <<'END'\n{string.Join('\n', errors)}\nEND\nexit {exitCode}\n");
            File.SetUnixFileMode(_folder["bin/npm"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    // Progress<T> would report on another thread, later.
    private sealed class Steps(Action<InstallProgress> report) : IProgress<InstallProgress>
    {
        public void Report(InstallProgress value) => report(value);
    }
}
