using System.Globalization;

namespace EcomOps.Analytics.Growth.Internal;

internal static class ReturnWords
{
    public static string Of(IncrementalReturnOutcome.Estimated e)
    {
        bool isMargin = e.Measure == IncrementalMeasure.Margin;
        string what = isMargin ? "margin" : "revenue";
        string meaning = (isMargin, e.Low, e.High) switch
        {
            (true, >= 1, _) => "it earns more than it costs",
            (true, _, < 1) => "below 1 it costs more than it earns, so stop or change it",
            (true, _, _) => "1 lies inside, so the test does not tell whether it pays; a longer or larger test would",
            (false, >= 1, _) => "it brings more revenue than it costs; whether it pays depends on the margin, of which 1 is needed",
            (false, _, < 1) => "below 1 it costs more than the revenue it brings, so it loses money at any margin",
            _ => "1 lies inside, so the test does not tell whether it brings as much revenue as it costs; a longer or larger test would",
        };
        return string.Create(CultureInfo.InvariantCulture, $"With {e.Confidence * 100:0.##} % confidence the spend brought back between {e.Low:0.00} and {e.High:0.00} of {what} for each 1 spent (best estimate {e.Iroas:0.00}): {meaning}.");
    }
}
