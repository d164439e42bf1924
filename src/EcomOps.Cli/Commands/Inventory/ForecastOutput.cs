using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Formats.Planning;
using EcomOps.Formats.Tables;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;
using EcomOps.Operations.Documents;
using NodaTime;

namespace EcomOps.Cli.Commands.Inventory;

internal static class ForecastOutput
{
    private const int ShownHistory = 52;

    public static void Write(TextWriter output, DemandWindow window, ItemDemand[] items)
    {
        if (items is [var one])
        {
            Forecast forecast = one.Lifted;
            Tool.Table(
                output,
                [[window.Period.ToString().ToLowerInvariant() + " of", "mean", "5 %", "median", "95 %"], .. Enumerable.Range(1, one.Forecast.Horizon).Select(h => new[]
                {
                    Iso(window.StartOf(one.Series, one.Series.Count + h - 1)), Number(forecast.Mean[h - 1]), Number(forecast.Quantile(h, 0.05)), Number(forecast.Quantile(h, 0.5)), Number(forecast.Quantile(h, 0.95)),
                })],
                1, 2, 3, 4);
            output.WriteLine($"{one.Label}: {forecast.Explanation}");
            foreach (Core.Issue issue in forecast.Issues)
            {
                output.WriteLine("  " + issue);
            }

            return;
        }

        int horizon = items[0].Forecast.Horizon;
        string all = $"{horizon} {window.Period.ToString().ToLowerInvariant()}s";
        Tool.Table(
            output,
            [["item", "pattern", "model", "history", "next", all, "95 % of " + all, "doubt"], .. items.Select(item =>
            {
                Forecast forecast = item.Lifted;
                DemandDistribution total = forecast.Total(horizon);
                return new[]
                {
                    item.Label, forecast.Profile?.Class.ToString().ToLowerInvariant() ?? "-", forecast.Model, item.Series.Count.ToString(CultureInfo.InvariantCulture),
                    Number(forecast.Mean[0]), Number(total.Mean), Number(total.Quantile(0.95)), string.Join(" ", forecast.Issues.Select(i => i.Code)),
                };
            })],
            3, 4, 5, 6);
        output.WriteLine($"{Tool.Count(items.Length)} items, {all} from {Iso(window.Next)}; name one with --sku to see its periods and reasons");
    }

    public static object ToJson(TableRows<SalesRow> sales, TableRows<PromotionRow>? promotions, DemandWindow window, ItemDemand[] items) => new
    {
        Sales = PlanningFileInput.ToJson(sales),
        Promotions = promotions is null ? null : PlanningFileInput.ToJson(promotions),
        Period = window.Period.ToString().ToLowerInvariant(),
        From = Iso(window.Next),
        Items = items.Select(item =>
        {
            Forecast forecast = item.Lifted;
            int horizon = item.Forecast.Horizon;
            return new
            {
                Sku = item.Sku.Value,
                Location = item.Location.Length == 0 ? null : item.Location,
                forecast.Model,
                Pattern = forecast.Profile?.Class.ToString().ToLowerInvariant(),
                History = item.Series.Count,
                Periods = Enumerable.Range(1, horizon).Select(h => new
                {
                    Start = Iso(window.StartOf(item.Series, item.Series.Count + h - 1)),
                    Mean = Round(forecast.Mean[h - 1]),
                    Quantile05 = Round(forecast.Quantile(h, 0.05)),
                    Median = Round(forecast.Quantile(h, 0.5)),
                    Quantile95 = Round(forecast.Quantile(h, 0.95)),
                }),
                Total = new { Mean = Round(forecast.Total(horizon).Mean), Quantile95 = Round(forecast.Total(horizon).Quantile(0.95)) },
                forecast.Explanation,
                Issues = forecast.Issues.Select(i => new { i.Code, i.Message }),
            };
        }),
    };

    public static Chart Picture(ItemDemand item)
    {
        Forecast forecast = item.Lifted;
        int ahead = item.Forecast.Horizon, shown = Math.Min(ShownHistory, item.Series.Count), first = item.Series.Count - shown;
        double?[] history = [.. item.Series.Values.Skip(first)];
        double?[] Later(Func<int, double> value) => [.. Enumerable.Repeat<double?>(null, shown), .. Enumerable.Range(1, ahead).Select(h => (double?)value(h))];
        return new Chart(
            "forecast",
            $"Units of {item.Label} per {item.Window.Period.ToString().ToLowerInvariant()}, sold and forecast with its 5 % and 95 % quantiles",
            ChartKind.Line,
            [.. Enumerable.Range(first, shown + ahead).Select(i => Iso(item.Window.StartOf(item.Series, i)))],
            [
                new("Sold", [.. history, .. Enumerable.Repeat<double?>(null, ahead)]),
                new("Forecast", Later(h => forecast.Mean[h - 1])),
                new("95 %", Later(h => forecast.Quantile(h, 0.95))),
                new("5 %", Later(h => forecast.Quantile(h, 0.05))),
            ],
            "#,0.#");
    }

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static double Round(double value) => Math.Round(value, 4);

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
