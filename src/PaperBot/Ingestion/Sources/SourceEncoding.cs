using System.Text;
using System.Text.Unicode;

namespace PaperBot.Ingestion.Sources;

/// <summary>Texts that say nothing about their encoding: UTF-8 where they are valid, else Latin-1, which older reference managers write.</summary>
internal static class SourceEncoding
{
    public static string Decode(ReadOnlySpan<byte> bytes) => (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
}
