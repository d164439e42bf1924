using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// Who is judged when the caller names nobody. Automatic comes first; the mean is above 0 whenever demand was seen.
internal static class CandidateSet
{
    private const int Shortest = 8;

    private static readonly IForecaster[] Rare = [Forecaster.Automatic, Forecaster.EmpiricalSums, Forecaster.TeunterSyntetosBabai(), Forecaster.SyntetosBoylan(), Forecaster.Mean];
    private static readonly IForecaster[] Regular = [Forecaster.Automatic, Forecaster.Theta, Forecaster.Damped, Forecaster.SeasonalNaive, Forecaster.Mean];

    public static IForecaster[] Of(DemandProfile profile) => profile.MeanInterval >= DemandProfile.IntervalCutOff ? Rare : Regular;

    // The second half of the history is judged.
    public static int Start(DemandSeries series) => Math.Max(Shortest, series.Count / 2);
}
