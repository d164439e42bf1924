using System.Globalization;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>A day on which a metric was unusual.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="On">Day.</param>
/// <param name="Value">What it was.</param>
/// <param name="Expected">What weekday and trend let expect.</param>
/// <param name="Low">Lower end of the range in which 95 of 100 ordinary days lie.</param>
/// <param name="High">Upper end.</param>
/// <param name="PValue">Two-sided p-value of this day alone.</param>
/// <param name="AdjustedPValue">The same by Benjamini-Hochberg over all metrics and days of the report.</param>
public sealed record Anomaly(string Metric, LocalDate On, double Value, double Expected, double Low, double High, double PValue, double AdjustedPValue)
{
    /// <summary>What is unusual, by how much, against which range.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture,
        $"{Metric} on {On:uuuu-MM-dd} was {Value:#,0.####}, {(Value < Expected ? "below" : "above")} the {Low:#,0.####} to {High:#,0.####} usual for a {On.DayOfWeek} ({Expected:#,0.####} expected{(Expected == 0 ? string.Empty : $"; {(Value - Expected) / Math.Abs(Expected):+0.0 %;-0.0 %}")}).");
}
