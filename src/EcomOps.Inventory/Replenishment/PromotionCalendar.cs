using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Forecasting.Internal;
using NodaTime;

namespace EcomOps.Inventory.Replenishment;

/// <summary>Takes known promotions out of a history and puts planned ones into a forecast.</summary>
/// <remarks>
/// A period is lifted by the mean over its days of the uplifts (overlapping promotions multiply). The rate of a promotion is taken as given;
/// a raw ratio of promotion to other days is no uplift, because promotions are set where demand is high anyway.
/// </remarks>
public static class PromotionCalendar
{
    private const int LongestHorizon = 520;

    /// <summary>The demand that would have been without promotions: each value divided by its period's lift.</summary>
    /// <param name="history">A series with a calendar and a start.</param>
    /// <param name="promotions">Promotions in and around it.</param>
    /// <param name="firstDay">First day of the first period, for weeks that do not begin on Monday; null (the default): the series' start.</param>
    /// <returns>The cleaned series; missing and out-of-stock periods stay so.</returns>
    /// <exception cref="ArgumentException">An uplift is outside (0, 100].</exception>
    /// <exception cref="InvalidOperationException">The series has no calendar.</exception>
    public static DemandSeries Baseline(DemandSeries history, IReadOnlyList<Promotion> promotions, LocalDate? firstDay = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        Check(promotions);
        if (promotions.Count == 0)
        {
            return history;
        }

        LocalDate start = firstDay ?? history.Start ?? throw new InvalidOperationException("Promotions have dates: make the series with a period and a start.");
        double[] values = [.. history.Values.Select((v, i) =>
            v is { } known ? known / Lift(history.Period.Plus(start, i), history.Period.Plus(start, i + 1), promotions) : double.NaN)];
        DemandSeries clean = DemandSeries.Calendar(history.Period, start, values).WithSeason(history.SeasonLength);
        return clean.WithStockOuts(Enumerable.Range(0, history.Count).Select(history.IsCensored));
    }

    /// <summary>The forecast with planned promotions. It reaches at least to the end of the last one.</summary>
    /// <param name="baseline">Forecast of usual demand; with a calendar.</param>
    /// <param name="from">First day of its first period.</param>
    /// <param name="promotions">Promotions; those that are over are left out.</param>
    /// <returns>
    /// The lifted forecast: means times the lift; of the variance, the part that counting explains (for whole units, up to the mean) times the
    /// lift and the rest times its square.
    /// </returns>
    /// <exception cref="ArgumentException">An uplift is outside (0, 100].</exception>
    /// <exception cref="InvalidOperationException">The forecast has no calendar.</exception>
    public static Forecast Lift(Forecast baseline, LocalDate from, IReadOnlyList<Promotion> promotions)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        Check(promotions);
        Promotion[] ahead = [.. promotions.Where(p => p.Days.End >= from)];
        if (ahead.Length == 0)
        {
            return baseline;
        }

        double days = baseline.Period.MeanDays();
        int reach = (int)Math.Min(LongestHorizon, Math.Ceiling((Period.DaysBetween(from, ahead.Max(p => p.Days.End)) + 1) / days) + 1);
        int horizon = Math.Max(baseline.Horizon, reach);
        var periods = new DemandDistribution[horizon];
        var totals = new DemandDistribution[horizon];
        double usual = 0, lifted = 0;
        for (int h = 0; h < horizon; h++)
        {
            double factor = Lift(from.PlusDays((int)Math.Round(h * days)), from.PlusDays((int)Math.Round((h + 1) * days)), ahead);
            int step = Math.Min(h + 1, baseline.Horizon);
            usual += baseline.Mean[step - 1];
            lifted += baseline.Mean[step - 1] * factor;
            periods[h] = Scale(baseline.At(step), factor);
            totals[h] = Scale(baseline.Total(h + 1), usual > 0 ? lifted / usual : 1);
        }

        return new Forecast(baseline.Model, periods, totals, [.. periods.Select(p => p.Mean)])
        {
            Profile = baseline.Profile,
            Period = baseline.Period,
            Explanation = baseline.Explanation,
            Issues = baseline.Issues,
            Impulse = baseline.Impulse,
        };
    }

    private static void Check(IReadOnlyList<Promotion> promotions)
    {
        ArgumentNullException.ThrowIfNull(promotions);
        if (promotions.FirstOrDefault(p => p is not { IsValid: true }) is { } bad)
        {
            throw new ArgumentException($"The uplift {bad.Uplift} is outside (0, {Promotion.MaximumUplift}].", nameof(promotions));
        }
    }

    // Mean over the days of a period, the end excluded.
    private static double Lift(LocalDate from, LocalDate to, IReadOnlyList<Promotion> promotions)
    {
        double sum = 0;
        int days = Math.Max(1, Period.DaysBetween(from, to));
        for (int i = 0; i < days; i++)
        {
            LocalDate day = from.PlusDays(i);
            double factor = 1;
            foreach (Promotion promotion in promotions)
            {
                factor *= promotion.Days.Contains(day) ? promotion.Uplift : 1;
            }

            sum += factor;
        }

        return sum / days;
    }

    private static DemandDistribution Scale(DemandDistribution demand, double factor)
    {
        if (factor == 1 || demand.Mean <= 0)
        {
            return demand;
        }

        double counted = demand.IsDiscrete ? Math.Min(demand.Mean, demand.Variance) : 0;
        return DistributionShapes.Like(demand, demand.Mean * factor, (counted * factor) + ((demand.Variance - counted) * factor * factor));
    }
}
