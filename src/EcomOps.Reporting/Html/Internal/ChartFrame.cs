namespace EcomOps.Reporting.Html.Internal;

/// <summary>The drawing area of a chart in the page's pixels: one for pages with room, one for phones, where nothing may have to be scrolled sideways.</summary>
/// <param name="Width">Width.</param>
/// <param name="Height">Height of a chart over an axis; bars that lie take what their number needs.</param>
/// <param name="Class">Class of its box in the style sheet, which shows one of the two.</param>
/// <param name="Narrow">Whether labels stand above bars that lie instead of beside them.</param>
internal sealed record ChartFrame(int Width, int Height, string Class, bool Narrow)
{
    internal static readonly IReadOnlyList<ChartFrame> Both = [new(760, 300, "scroll wide", Narrow: false), new(330, 230, "narrow", Narrow: true)];
}
