namespace EcomOps.Analytics.Experiments.Internal;

internal static class Winsoriser
{
    // The cap is a percentile of all variants together; one per group would hide the effect it should show.
    public static double? Cap(VariantData[] variants, double? percentile)
    {
        if (percentile is not { } p)
        {
            return null;
        }

        TwoSample.RequireAlpha(p, 1);
        double[] values = [.. variants.SelectMany(v => v.Visitors.Select(x => x.Revenue)).Order()];
        if (values.Length == 0)
        {
            return null;
        }

        double place = p * (values.Length - 1);
        int low = (int)place;
        return low + 1 < values.Length ? values[low] + ((place - low) * (values[low + 1] - values[low])) : values[low];
    }

    public static double Value(double revenue, double? cap) => cap is { } c ? Math.Min(revenue, c) : revenue;

    public static MeanStatistic Mean(VariantData variant, double? cap) => MeanStatistic.Of(variant.Visitors.Select(v => Value(v.Revenue, cap)));

    public static CupedMeanStatistic Cuped(VariantData variant, double? cap) => new(
        Mean(variant, cap), MeanStatistic.Of(variant.Visitors.Select(v => v.PriorRevenue!.Value)), variant.Visitors.Sum(v => Value(v.Revenue, cap) * v.PriorRevenue!.Value));
}
