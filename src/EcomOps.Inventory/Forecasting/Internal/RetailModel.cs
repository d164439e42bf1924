using EcomOps.Core;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// An assortment from its histories to its forecasts: learn the priors from a sample of the items, then fit each item by itself.
internal static class RetailModel
{
    private const int Sample = 200;
    private const int FinalSteps = 8;

    // Expectation maximisation closes the gap of a censored history only bit by bit.
    private const int CensoredSteps = 40;
    private const double PriorLevel = 20;
    private const double PriorDays = 30;
    private const double PriorDispersion = 0.5;

    public static RetailForecast[] Forecast(string name, IReadOnlyList<RetailItem> items, int horizon)
    {
        if (items.Count == 0)
        {
            return [];
        }

        RetailMemory memory = RetailMemory.Of(items[0].Series.Period);
        List<Issue>[] issues = [.. items.Select(_ => new List<Issue>())];
        RegressorTable[] tables = [.. items.Select((item, i) => new RegressorTable(item, horizon, memory.Window, issues[i]))];
        var design = new RetailDesign(items, tables, horizon, memory.Window);
        RetailHistory History(int i) => new(items[i].Series, memory.Window, design.Rows(items[i], tables[i], memory.Window));

        int[] selling = [.. Enumerable.Range(0, items.Count).Where(i => items[i].Series.Values.Any(v => v > 0))];
        int count = Math.Min(Sample, selling.Length);
        var sample = Enumerable.Range(0, count).Select(j => selling[(int)((long)j * selling.Length / count)])
            .Select(i => (History: History(i), Group: items[i].Group ?? string.Empty)).Where(s => s.History.HasDemand).ToList();
        EffectPrior quick = EffectPrior.Learn(sample, design.Columns, memory.Short, counts: true);
        EffectPrior slow = EffectPrior.Learn(sample, design.Columns, memory.Long, counts: false);

        var fitted = new RetailFit?[items.Count];
        Parallel.For(0, items.Count, i => fitted[i] = Fit(History(i), tables[i], design, items[i].Group ?? string.Empty, (quick, slow), memory));
        double weight = PriorDays, dispersion = PriorDays * PriorDispersion, wander = 0;
        int known = 0;
        foreach (RetailFit fit in fitted.OfType<RetailFit>())
        {
            weight += fit.Days;
            dispersion += fit.Days * fit.Dispersion;
            wander += fit.Wander ?? 0;
            known += fit.Wander is null ? 0 : 1;
        }

        var pooled = (dispersion / weight, known == 0 ? 0 : wander / known);
        return [.. items.Select((item, i) => RetailAssembly.Make(name, item, horizon, fitted[i], tables[i], design, slow, pooled, issues[i]))];
    }

    private static RetailFit? Fit(RetailHistory history, RegressorTable table, RetailDesign design, string group, (EffectPrior Quick, EffectPrior Slow) priors, RetailMemory memory)
    {
        if (!history.HasDemand)
        {
            return null;
        }

        int steps = Array.Exists(history.Censored, c => c) ? CensoredSteps : FinalSteps;
        var quick = new RetailRegression(history, design.Columns, memory.Short, counts: true);
        quick.Improve(priors.Quick.MeanOf(group), priors.Quick.Variance, steps);
        var slow = new RetailRegression(history, design.Columns, memory.Long, counts: false);
        slow.Improve(priors.Slow.MeanOf(group), priors.Slow.Variance, steps);
        double quickLevel = LevelOf(history, quick, memory.Level), slowLevel = LevelOf(history, slow, memory.Level);
        double[] alike = LikeDays.Ahead(history, table, design.PromotionColumnsMask(), slow, memory.Alike);
        var mean = new double[alike.Length];
        for (int h = 0; h < mean.Length; h++)
        {
            int t = history.Length + h;
            mean[h] = ((quickLevel * quick.MeanAt(t)) + (slowLevel * slow.MeanAt(t)) + alike[h]) / 3;
        }

        return new RetailFit(history.Unit, slow.Effects, mean, quick.TotalWeight, slow.TotalWeight, slow.Dispersion, RetailFit.WanderOf(history, slow));
    }

    // Recent demand against the fitted, where days of large expected sales count for less than proportionally.
    private static double LevelOf(RetailHistory history, RetailRegression fit, double halfLife)
    {
        double[] weights = history.Weights(halfLife);
        double demand = PriorLevel, expected = PriorLevel;
        for (int t = 0; t < history.Length; t++)
        {
            double mean = fit.MeanAt(t), weight = weights[t] / (1 + (fit.Dispersion * mean));
            demand += weight * fit.Demand[t];
            expected += weight * mean;
        }

        return demand / expected;
    }
}
