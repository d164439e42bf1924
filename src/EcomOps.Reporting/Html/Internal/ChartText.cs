using System.Globalization;
using System.Text;
using EcomOps.Operations.Documents;

namespace EcomOps.Reporting.Html.Internal;

/// <summary>What every kind of inline chart writes: its opening tag, its numbers and the tooltips of its marks.</summary>
internal static class ChartText
{
    internal static void Open(StringBuilder html, Chart chart, int width, int height) =>
        html.Append(Inv($"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{Inline.Escape(chart.Title)}\">"));

    internal static void Tooltip(StringBuilder html, Chart chart, Series series, int index, double value) =>
        html.Append("<title>").Append(Inline.Escape(chart.Categories[index])).Append(chart.Series.Count > 1 ? " · " + Inline.Escape(series.Name) : string.Empty)
            .Append(": ").Append(Format(value, chart)).Append("</title>");

    internal static string Format(double value, Chart chart)
    {
        string text = value.ToString(chart.Format, CultureInfo.InvariantCulture);
        return Inline.Escape(text.StartsWith('-') && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text);
    }

    internal static string Shorten(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    internal static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
