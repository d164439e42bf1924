using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// One item as the regressions see it: sales in units of its smallest sale (so that the model does not depend on the unit of measure),
// over the window; rows of effects over window and horizon.
internal sealed class RetailHistory
{
    public RetailHistory(DemandSeries series, int window, double[][] rows)
    {
        int first = Math.Max(0, series.Count - window);
        int n = series.Count - first;
        Sales = new double[n];
        Known = new bool[n];
        Censored = new bool[n];
        Rows = rows;
        Unit = double.MaxValue;
        for (int t = 0; t < n; t++)
        {
            double? value = series.Values[first + t];
            Known[t] = value is not null;
            Censored[t] = value is not null && series.IsCensored(first + t);
            Sales[t] = Math.Max(0, value ?? 0);
            Unit = Sales[t] > 0 ? Math.Min(Unit, Sales[t]) : Unit;
        }

        HasDemand = Unit < double.MaxValue;
        for (int t = 0; t < n && HasDemand; t++)
        {
            Sales[t] /= Unit;
        }
    }

    public double[] Sales { get; }

    public bool[] Known { get; }

    public bool[] Censored { get; }

    public double[][] Rows { get; }

    public double Unit { get; }

    public bool HasDemand { get; }

    public int Length => Sales.Length;

    // Weight of a period by its age; none for one that is not known.
    public double[] Weights(double halfLife)
    {
        var weights = new double[Length];
        for (int t = 0; t < Length; t++)
        {
            weights[t] = Known[t] ? Math.Pow(0.5, (Length - 1 - t) / halfLife) : 0;
        }

        return weights;
    }
}
