using ScottPlot;
using SkiaSharp;

namespace EcomOps.Reporting.Charts.Internal;

/// <summary>DejaVu Sans from this assembly: without any font a chart comes out without its texts and without an error.</summary>
internal sealed class BundledFont : IFontResolver
{
    internal const string Family = "DejaVu Sans";

    private static readonly SKTypeface Typeface = Load();

    internal static void Register()
    {
        if (!ScottPlot.Fonts.FontResolvers.OfType<BundledFont>().Any())
        {
            ScottPlot.Fonts.FontResolvers.Insert(0, new BundledFont());
            ScottPlot.Fonts.Default = Family;
        }
    }

    /// <inheritdoc />
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => fontName == Family ? Typeface : null;

    /// <inheritdoc />
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Family ? Typeface : null;

    private static SKTypeface Load()
    {
        using Stream font = typeof(BundledFont).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!;
        return SKTypeface.FromStream(font);
    }
}
