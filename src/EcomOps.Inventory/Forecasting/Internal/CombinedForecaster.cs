using System.Globalization;
using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// The linear pool of several forecasters: all with their weights, or at each step those in the middle.
internal sealed class CombinedForecaster : IForecaster
{
    private readonly (IForecaster Member, double Weight)[] _members;
    private readonly bool _median;

    public CombinedForecaster(IReadOnlyList<(IForecaster Member, double Weight)> members, bool median)
    {
        if (members.Count == 0 || members.Any(m => m.Member is null || !(m.Weight >= 0) || !double.IsFinite(m.Weight)) || !members.Any(m => m.Weight > 0))
        {
            throw new ArgumentException("A combination needs forecasters with finite weights of 0 or more, at least one above 0.", nameof(members));
        }

        double largest = members.Max(m => m.Weight);
        double sum = members.Sum(m => m.Weight / largest);
        _members = [.. members.Where(m => m.Weight > 0).Select(m => (m.Member, m.Weight / largest / sum))];
        _median = median;
        Name = $"{(median ? "Median" : "Mean")} of {string.Join(", ", _members.Select(m => m.Member.Name))}";
    }

    public string Name { get; }

    public Forecast Forecast(DemandSeries series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        (double Weight, Forecast Forecast)[] all = [.. _members.Select(m => (m.Weight, m.Member.Forecast(series, horizon)))];
        var mean = new double[horizon];
        var periods = new DemandDistribution[horizon];
        var totals = new DemandDistribution[horizon];
        double after = 0;
        for (int h = 0; h < horizon; h++)
        {
            (double Weight, Forecast Forecast)[] now = _median ? Middle(all, f => f.Mean[h]) : all;
            (double Weight, Forecast Forecast)[] until = _median ? Middle(all, f => f.Mean.Take(h + 1).Sum()) : all;
            mean[h] = now.Sum(p => p.Weight * p.Forecast.Mean[h]);
            after += mean[h];
            double sum = until.Sum(p => p.Weight * p.Forecast.Mean.Take(h + 1).Sum());
            periods[h] = Pool(now, f => f.At(h + 1));
            DemandDistribution total = Pool(until, f => f.Total(h + 1));
            // Medians do not add up: the total follows the sum of the periods' medians.
            totals[h] = _median && sum > 0 && total.Mean > 0 ? ScaledDemand.To(total, total.Mean * (after / sum)) : total;
        }

        Forecast first = all[0].Forecast;
        return new Forecast(Name, periods, totals, mean)
        {
            Profile = all.Select(p => p.Forecast.Profile).FirstOrDefault(p => p is not null),
            Period = first.Period,
            Issues = [.. all.SelectMany(p => p.Forecast.Issues).Distinct<Issue>()],
            Impulse = Impulse(all, horizon),
            Explanation = $"{Name}: next period {string.Join(", ", all.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Forecast.Model} {p.Forecast.Mean[0]:0.##} (weight {p.Weight:0.##})")))}. {first.Explanation}".Trim(),
        };
    }

    private static DemandDistribution Pool((double Weight, Forecast Forecast)[] parts, Func<Forecast, DemandDistribution> of) =>
        parts.Length == 1 ? of(parts[0].Forecast) : new MixtureDemand(parts.Select(p => (p.Weight, of(p.Forecast))));

    private static (double Weight, Forecast Forecast)[] Middle((double Weight, Forecast Forecast)[] all, Func<Forecast, double> by)
    {
        Forecast[] sorted = [.. all.Select(p => p.Forecast).OrderBy(by)];
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? [(1, sorted[half])] : [(0.5, sorted[half - 1]), (0.5, sorted[half])];
    }

    private static double[] Impulse((double Weight, Forecast Forecast)[] all, int horizon)
    {
        var impulse = new double[horizon - 1];
        foreach ((double weight, Forecast forecast) in all)
        {
            double[] own = forecast.Impulse;
            for (int h = 0; h < impulse.Length && own.Length > 0; h++)
            {
                impulse[h] += weight * own[Math.Min(h, own.Length - 1)];
            }
        }

        return impulse;
    }
}
