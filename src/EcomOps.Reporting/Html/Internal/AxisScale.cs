namespace EcomOps.Reporting.Html.Internal;

/// <summary>A value axis with round ticks that covers the data, and zero where the data does not cross it.</summary>
internal sealed record AxisScale(double Low, double High, IReadOnlyList<double> Ticks)
{
    internal static AxisScale For(IEnumerable<double?> values, int wantedTicks = 5)
    {
        double[] known = [.. values.OfType<double>().Where(double.IsFinite)];
        double low = Math.Min(0, known.DefaultIfEmpty(0).Min());
        double high = Math.Max(0, known.DefaultIfEmpty(1).Max());
        if (high - low <= 0)
        {
            high = low + 1;
        }

        double raw = (high - low) / wantedTicks;
        double magnitude = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = magnitude * ((raw / magnitude) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 });
        double first = Math.Floor((low / step) + 1e-9) * step;
        int count = (int)Math.Ceiling(((high - first) / step) - 1e-9);
        double[] ticks = [.. Enumerable.Range(0, count + 1).Select(i => first + (i * step))];
        return new(ticks[0], ticks[^1], ticks);
    }

    /// <summary>Where a value lies, 0 at <see cref="Low"/> and 1 at <see cref="High"/>.</summary>
    internal double Position(double value) => (value - Low) / (High - Low);
}
