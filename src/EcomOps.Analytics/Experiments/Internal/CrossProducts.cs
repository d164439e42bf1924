namespace EcomOps.Analytics.Experiments.Internal;

internal static class CrossProducts
{
    public static double Covariance(MeanStatistic a, MeanStatistic b, double products) => a.Count <= 1 ? 0 : (products - (a.Sum * b.Sum / a.Count)) / (a.Count - 1);
}
