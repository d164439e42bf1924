using System.CommandLine;
using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Operations.Documents;

namespace EcomOps.Cli.Planning;

internal static class ForecastCommand
{
    private const int ShownHistory = 52;

    public static Command Create()
    {
        Argument<string> sales = new("sales") { Description = "CSV with the columns sku, date (2026-11-24) and quantity." };
        Option<string?> sku = new("--sku") { Description = "One SKU; all by default." };
        Option<DemandPeriod> period = new("--period") { Description = "day, week, month or quarter; default week.", DefaultValueFactory = _ => DemandPeriod.Week };
        Option<int> horizon = new("--horizon") { Description = "Periods ahead; default 8.", DefaultValueFactory = _ => 8 };
        Option<string?> chart = new("--chart") { Description = "Write history and forecast of one SKU as .svg or .png." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command command = new("forecast", """
            Forecast demand: the mean and the quantiles .5 and .95 of every period ahead, with the reason for the model.

            Example:
              ecomops inventory forecast sales.csv --sku MUG-BLUE --horizon 8 --chart mug.svg

            Exit code: 0 done (rejected rows are reported), 2 misuse or nothing readable.
            """) { sales, sku, period, horizon, chart, json };
        command.Does((parsed, output, error) =>
        {
            if (parsed.GetValue(horizon) is < 1 or > 400 || parsed.GetValue(period) == DemandPeriod.Unspecified)
            {
                throw new ToolFailure("The horizon must lie between 1 and 400 and the period be day, week, month or quarter.");
            }

            SalesFile file = SalesFile.From(parsed.GetValue(sales)!);
            string[] skus = parsed.GetValue(sku) is { } one ? [one] : [.. file.Skus];
            (string Sku, DemandSeries Series, Forecast Forecast)[] made = [.. skus.AsParallel().AsOrdered().Select(s =>
            {
                DemandSeries series = file.Series(s, parsed.GetValue(period));
                return (s, series, Forecaster.Automatic.Forecast(series, parsed.GetValue(horizon)));
            })];
            file.Rejected.ForEach(error.WriteLine);
            if (parsed.GetValue(chart) is { } path)
            {
                PlanningChart.Write(path, made.Length == 1 ? Picture(made[0].Sku, made[0].Series, made[0].Forecast) : throw new ToolFailure("A chart shows one SKU: name it with --sku."));
            }

            if (parsed.GetValue(json))
            {
                Tool.Json(output, made.Select(m => new { m.Sku, m.Forecast.Model, m.Forecast.Mean, Median = m.Forecast.Quantiles(0.5), Quantile95 = m.Forecast.Quantiles(0.95), m.Forecast.Explanation, m.Forecast.Issues }));
            }
            else
            {
                Write(output, made);
            }

            return Tool.Fine;
        });
        return command;
    }

    private static void Write(TextWriter output, (string Sku, DemandSeries Series, Forecast Forecast)[] made)
    {
        static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
        Tool.Table(output, [["sku", "period", "mean", "median", "95 %"], .. made.SelectMany(m => Enumerable.Range(1, m.Forecast.Horizon).Select(h => new[]
        {
            m.Sku, "+" + h.ToString(CultureInfo.InvariantCulture), Number(m.Forecast.Mean[h - 1]), Number(m.Forecast.Quantile(h, 0.5)), Number(m.Forecast.Quantile(h, 0.95)),
        }))], 2, 3, 4);
        foreach ((string sku, _, Forecast forecast) in made)
        {
            output.WriteLine($"{sku}: {forecast.Explanation}");
            foreach (Core.Issue issue in forecast.Issues)
            {
                output.WriteLine("  " + issue);
            }
        }
    }

    private static Chart Picture(string sku, DemandSeries series, Forecast forecast)
    {
        double?[] history = [.. series.Values.TakeLast(ShownHistory)];
        int ahead = forecast.Horizon;
        string[] labels = [.. Enumerable.Range(0, history.Length + ahead).Select(i => (i - history.Length + 1).ToString("+0;-0;0", CultureInfo.InvariantCulture))];
        double?[] Later(IEnumerable<double> values) => [.. history.Select(_ => (double?)null), .. values.Select(v => (double?)v)];
        return new Chart("forecast", $"Demand of {sku}", ChartKind.Line, labels,
        [
            new("sold", [.. history, .. Enumerable.Repeat<double?>(null, ahead)]),
            new("mean", Later(forecast.Mean)),
            new("95 %", Later(forecast.Quantiles(0.95))),
        ], "0.#");
    }
}
