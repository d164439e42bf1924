using System.Globalization;
using EcomOps.Core;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// Distributions, effects and words of one item's retail forecast.
internal static class RetailAssembly
{
    private const double PriorDays = 30;

    public static RetailForecast Make(
        string name, RetailItem item, int horizon, RetailFit? fit, RegressorTable table, RetailDesign design, EffectPrior prior, (double Dispersion, double Wander) pooled, List<Issue> issues)
    {
        PreparedSeries prepared = PreparedSeries.From(item.Series);
        prepared = prepared with { Issues = [.. prepared.Issues, .. issues] };
        if (fit is null)
        {
            return new RetailForecast(item.Id, ForecastAssembly.Level(name, item.Series, prepared, new double[horizon], 0, [], "no demand seen", 0), []);
        }

        RetailEffect[] effects = [.. table.Usable.Select(u => Effect(u.Regressor, design, fit.Effects, prior))];
        double unit = fit.Unit;
        double dispersion = ((fit.Days * fit.Dispersion) + (PriorDays * pooled.Dispersion)) / (fit.Days + PriorDays);
        double usual = Math.Max(1e-9, fit.Mean.Average());
        double level = pooled.Wander + (((1 / usual) + dispersion) / Math.Max(1, fit.RecentDays));
        DistributionShape shape = DistributionShapes.Of(prepared.Known);
        var periods = new DemandDistribution[horizon];
        var totals = new DemandDistribution[horizon];
        var point = new double[horizon];
        double sum = 0, squares = 0, variance = 0;
        for (int h = 0; h < horizon; h++)
        {
            double mean = fit.Mean[h];
            double own = mean + (dispersion * mean * mean);
            sum += mean;
            squares += mean * mean;
            variance += own;
            point[h] = mean * unit;
            periods[h] = shape.Make(mean * unit, own * unit * unit);
            totals[h] = shape.Make(sum * unit, (variance + (level * ((sum * sum) - squares))) * unit * unit);
        }

        RetailMemory memory = RetailMemory.Of(item.Series.Period);
        string note = string.Create(
            CultureInfo.InvariantCulture,
            $"Mean of a regression that halves in {memory.Short:0}, one in {memory.Long:0} periods and of recent periods in the same state of promotion{Words(effects)}");
        return new RetailForecast(item.Id, ForecastAssembly.Make(name, item.Series, prepared, periods, totals, point, [], note), effects);
    }

    private static RetailEffect Effect(Regressor regressor, RetailDesign design, double[] effects, EffectPrior prior)
    {
        int column = design.Column(regressor);
        double step = regressor.Kind == RegressorKind.Price ? Math.Log(0.9) : 1;
        return new RetailEffect(regressor.Name, regressor.Kind, Math.Exp(step * effects[column]), Math.Exp(step * prior.Mean[column]));
    }

    private static string Words(RetailEffect[] effects) => effects.Length == 0 ? string.Empty : "; " + string.Join(", ", effects.Select(e => string.Create(
        CultureInfo.InvariantCulture,
        $"{e.Name}{(e.Kind == RegressorKind.Price ? " 10 % down" : e.Kind == RegressorKind.Signal ? " one deviation up" : string.Empty)} x {e.Factor:0.00} (assortment x {e.AssortmentFactor:0.00})")));
}
