namespace EcomOps.Analytics.Segments.Internal;

/// <summary>Type-7 quantiles of values (Hyndman and Fan 1996) as cuts.</summary>
internal static class QuantileCuts
{
    public static decimal[] Of(ReadOnlySpan<long> values, int levels)
    {
        long[] sorted = values.ToArray();
        Array.Sort(sorted);
        decimal[] cuts = new decimal[levels - 1];
        for (int k = 1; k < levels; k++)
        {
            decimal place = (decimal)(sorted.Length - 1) * k / levels;
            int low = (int)decimal.Floor(place);
            decimal share = place - low;
            cuts[k - 1] = share == 0 ? sorted[low] : sorted[low] + (share * (sorted[low + 1] - sorted[low]));
        }

        return cuts;
    }

    // Fixed cuts that give every customer the score of the quantile mode; counts and days are whole, so a fraction may go.
    public static RfmCuts Fixed(RfmValues values, int levels, int amountDigits)
    {
        decimal unit = new decimal(1, 0, 0, false, (byte)amountDigits);
        return new RfmCuts(
            [.. Of([.. values.RecencyDays.Select(d => (long)d)], levels).Select(c => (int)decimal.Ceiling(c) - 1)],
            [.. Of([.. values.Frequency.Select(f => (long)f)], levels).Select(c => (int)decimal.Floor(c))],
            [.. Of(values.Monetary, levels).Select(c => c * unit)]);
    }
}
