namespace EcomOps.Inventory.Policies.Internal;

internal static class Require
{
    public static void Positive(params ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!(value > 0 && double.IsFinite(value)))
            {
                throw new ArgumentOutOfRangeException(nameof(values), value, "Costs, rates and quantities must be above 0 and finite.");
            }
        }
    }

    public static void NotNegative(params ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!(value >= 0 && double.IsFinite(value)))
            {
                throw new ArgumentOutOfRangeException(nameof(values), value, "This must be 0 or more and finite.");
            }
        }
    }

    public static double? PositiveIfGiven(double? value)
    {
        if (value is { } given)
        {
            Positive(given);
        }

        return value;
    }

    public static double Share(double value) =>
        value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A share must lie between 0 and 1, both excluded.");

    public static void Regions(IReadOnlyList<double> breakpoints, IReadOnlyList<double> unitCosts)
    {
        ArgumentNullException.ThrowIfNull(breakpoints);
        ArgumentNullException.ThrowIfNull(unitCosts);
        bool ascending = breakpoints.Count > 0 && breakpoints[0] == 0;
        for (int j = 1; j < breakpoints.Count; j++)
        {
            ascending &= breakpoints[j] > breakpoints[j - 1];
        }

        if (!ascending || unitCosts.Count != breakpoints.Count || unitCosts.Any(c => !(c > 0)))
        {
            throw new ArgumentException("Price regions need ascending start quantities, the first 0, and one unit cost above 0 each.", nameof(breakpoints));
        }
    }

    public static int RegionOf(IReadOnlyList<double> breakpoints, double quantity)
    {
        int region = 0;
        while (region + 1 < breakpoints.Count && quantity >= breakpoints[region + 1])
        {
            region++;
        }

        return region;
    }
}
