using EcomOps.Operations.Documents;

namespace EcomOps.Reporting.Charts.Internal;

/// <summary>A bar of a waterfall: where it begins and ends on the value axis.</summary>
internal readonly record struct WaterfallStep(double From, double To, bool IsSum)
{
    internal static IReadOnlyList<WaterfallStep> Of(Chart chart)
    {
        IReadOnlyList<double?> values = chart.Series[0].Values;
        var steps = new WaterfallStep[values.Count];
        double sum = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            double value = values[i] ?? 0;
            bool isSum = chart.Sums.Contains(i);
            double before = sum;
            sum = isSum ? values[i] ?? before : before + value;
            steps[i] = new(isSum ? 0 : before, sum, isSum);
        }

        return steps;
    }
}
