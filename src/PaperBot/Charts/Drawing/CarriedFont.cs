using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace PaperBot.Charts.Drawing;

/// <summary>
/// Inter, which travels with the program: servers and containers have no fonts, and with the same font a picture is the same everywhere.
/// It lies in a .NET assembly as that assembly's resource and is read out of it as data.
/// </summary>
internal sealed class CarriedFont : IFontResolver
{
    public const string Name = "Inter (PaperBot)";

    private const string Carrier = "Inter.fonts", Resources = "!AvaloniaResources";

    private static readonly Lazy<(SKTypeface Regular, SKTypeface Bold)> Fonts = new(Read);

    private static readonly Lock Offering = new();

    private CarriedFont()
    {
    }

    /// <summary>Typefaces do not change and may be used by several threads.</summary>
    public static SKTypeface Typeface(bool isBold) => isBold ? Fonts.Value.Bold : Fonts.Value.Regular;

    /// <summary>Makes the font known to the plotting library, which keeps one list for the whole process.</summary>
    public static void Offer()
    {
        lock (Offering)
        {
            if (!ScottPlot.Fonts.FontResolvers.Any(resolver => resolver is CarriedFont))
                ScottPlot.Fonts.FontResolvers.Insert(0, new CarriedFont());
        }
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? Typeface(weight >= FontWeight.SemiBold) : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Typeface(bold) : null;

    private static (SKTypeface Regular, SKTypeface Bold) Read()
    {
        using var carrier = typeof(CarriedFont).Assembly.GetManifestResourceStream(Carrier)
            ?? throw new InvalidDataException("The program was built without its font.");
        using var assembly = new PEReader(carrier, PEStreamOptions.PrefetchEntireImage);
        var metadata = assembly.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource).First(resource => metadata.GetString(resource.Name) == Resources);
        var block = assembly.GetSectionData(assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress).GetReader();
        block.Offset += (int)resource.Offset;
        var bytes = block.ReadBytes(block.ReadInt32());
        return (Font(bytes, "/Assets/Inter-Regular.ttf"), Font(bytes, "/Assets/Inter-SemiBold.ttf"));
    }

    /// <summary>The resource is the length of its index, the index (version 2, a count, and for each a name, an offset and a size), and the files.</summary>
    private static SKTypeface Font(byte[] resources, string path)
    {
        using var reader = new BinaryReader(new MemoryStream(resources), Encoding.UTF8);
        var start = sizeof(int) + reader.ReadInt32();
        if (reader.ReadInt32() != 2)
            throw new InvalidDataException("The program's font is in a form that it does not know.");
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (name, offset, size) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            if (name == path)
                return SKTypeface.FromData(SKData.CreateCopy(resources.AsSpan(start + offset, size)));
        }

        throw new InvalidDataException("The program was built with another font.");
    }
}
