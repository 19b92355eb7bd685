using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using PaperBot.Embedding.Tokens;

namespace PaperBot.Tests.Embedding;

[Collection(InstalledModelTests.Name)]
public sealed class TextTokenizerTests(InstalledModel installed)
{
    private readonly TextTokenizer _tokenizer = installed.Tokenizer;

    [Fact]
    public void Tokenize_GoldenTexts_GivesReferenceIds()
    {
        var differing = new List<string>();
        var golden = Golden();
        foreach (var (text, expected) in golden)
        {
            var ids = string.Join(',', _tokenizer.Tokenize(text, int.MaxValue).Ids);
            if (ids != expected && Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(ids))) != expected)
                differing.Add($"{text[..Math.Min(text.Length, 200)]}: expected {expected}, got {ids[..Math.Min(ids.Length, 2000)]}");
        }

        Assert.True(golden.Count >= 300);
        Assert.True(differing.Count == 0, string.Join('\n', differing));
    }

    [Fact]
    public void Tokenize_MoreThanTheLimit_KeepsStartAndEnd()
    {
        var whole = _tokenizer.Tokenize("deep learning for papers", int.MaxValue);
        var cut = _tokenizer.Tokenize("deep learning for papers", 4);

        Assert.Equal([.. whole.Ids[..3], whole.Ids[^1]], cut.Ids);
    }

    [Fact]
    public void Tokenize_AccentsAndPairs_SpansCoverTheOriginalWords()
    {
        const string Text = "Cafe\u0301 😀 naïve";
        var tokens = _tokenizer.Tokenize(Text, 256);

        Assert.Equal("Cafe", Text[tokens.Spans[1].Start..tokens.Spans[1].End]);
        Assert.Equal("😀", Text[tokens.Spans[2].Start..tokens.Spans[2].End]);
        Assert.Equal("naïve", Text[tokens.Spans[3].Start..tokens.Spans[3].End]);
    }

    [Property(MaxTest = 500)]
    public void Tokenize_AnyText_SpansAreInOrderInsideTheText(string? any, ushort limit)
    {
        var text = any ?? "";
        var tokens = _tokenizer.Tokenize(text, Math.Max(2, (int)limit));

        Assert.InRange(tokens.Length, 2, Math.Max(2, (int)limit));
        for (var i = 1; i < tokens.Length - 1; i++)
        {
            var (start, end) = tokens.Spans[i];
            Assert.InRange(start, tokens.Spans[i - 1].Start, text.Length - 1);
            Assert.InRange(end, start + 1, text.Length);
        }
    }

    [Property(MaxTest = 500)]
    public void Tokenize_AnyCodeUnits_DoesNotThrow(ushort[] units) =>
        _tokenizer.Tokenize(new string(Array.ConvertAll(units, unit => (char)unit)), 64);

    // Long texts have the hash of their ids in place of them.
    private static List<(string Text, string Expected)> Golden([CallerFilePath] string here = "")
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "golden-tokens.json")));
        return json.RootElement.EnumerateArray().Select(entry =>
        {
            var text = string.Concat(Enumerable.Repeat(entry.GetProperty("text").GetString()!, entry.GetProperty("repeat").GetInt32()));
            return (text, entry.TryGetProperty("ids", out var ids) ? string.Join(',', ids.EnumerateArray()) : entry.GetProperty("sha256").GetString()!);
        }).ToList();
    }
}
