using EcomOps.Core;
using EcomOps.Formats.Planning;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Cli.Commands.Inventory;

// History of one item and the forecast of its usual demand; promotions are taken out of the history.
internal sealed record ItemDemand(Sku Sku, string Location, DemandWindow Window, DemandSeries Series, Forecast Forecast, IReadOnlyList<Promotion> Promotions)
{
    public string Label => Location.Length == 0 ? Sku.Value : $"{Sku}@{Location}";

    public Forecast Lifted => PromotionCalendar.Lift(Forecast, Window.Next, Promotions);

    public static ItemDemand Of(Sku sku, string location, IEnumerable<SalesRow> rows, DemandWindow window, int horizon, IReadOnlyList<PromotionRow> promotions)
    {
        DemandSeries series = window.Series(rows.Select(r => (r.Day, (double)r.Units)));
        Promotion[] own = [.. promotions.Where(p => (p.Sku is null || p.Sku == sku) && (p.Location.Length == 0 || p.Location == location)).Select(p => p.Promotion)];
        DemandSeries usual = series.Count == 0 ? series : PromotionCalendar.Baseline(series, own, window.StartOf(series, 0));
        return new(sku, location, window, series, Forecaster.Automatic.Forecast(usual, horizon), own);
    }

    // Periods in which the whole file has no row: not wrong, but worth a look in a file that has rows in nearly every period.
    public static string? EmptyPeriods(DemandWindow window, IReadOnlyList<SalesRow> rows)
    {
        double[] counts = [.. window.Series(rows.Select(r => (r.Day, 1.0))).Values.Select(v => v ?? 1)];
        int empty = counts.Count(c => c == 0);
        return empty > 0 && 4 * empty < counts.Length
            ? $"{empty} of {counts.Length} {window.Period.ToString().ToLowerInvariant()}s have no row at all and count as times without demand; where records are missing, name the days with --gap"
            : null;
    }
}
