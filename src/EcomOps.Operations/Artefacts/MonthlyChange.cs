using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>What moved net sales against the month before.</summary>
internal static class MonthlyChange
{
    private const int MostParts = 6;

    internal static IEnumerable<Block> Build(RunResults results, MonthlyReport report)
    {
        yield return new Heading(2, "What moved, and why");
        if (results.Sales.Prior is null || !results.Sales.Reported.Complete)
        {
            yield return new Paragraph($"The history does not hold all of {Month(results.Sales.Periods.Prior)} and {Month(report.Month)}, so nothing is compared.");
            yield break;
        }

        Currency currency = results.History.Currency;
        var period = ReportPeriod.Of(report.Month);
        var change = SalesChange.Between(results.Sales.Facts, period, period.Prior);
        string Amount(decimal amount) => MonthlyFigures.Signed(new Money(amount, currency));
        PeriodSales now = results.Sales.Reported, before = results.Sales.Prior;
        (string Text, decimal Effect)[] effects =
        [
            ($"**{Amount(change.OrdersEffect)}** from the number of orders, {Number(before.Orders)} → {Number(now.Orders)}, at the order value of the month before", change.OrdersEffect),
            ($"**{Amount(change.OrderValueEffect)}** from the order value, {Money(Value(before, currency))} → {Money(Value(now, currency))}, over the orders of the month", change.OrderValueEffect),
            ($"**{Amount(change.ReturnsEffect)}** from returns, {WholeMoney(before.Returns)} → {WholeMoney(now.Returns)}", change.ReturnsEffect),
        ];
        yield return new Paragraph($"Net sales changed by **{Amount(change.Change)}** against {Month(results.Sales.Periods.Prior)}{(period.Days != period.Prior.Days ? $" ({period.Days} days against {period.Prior.Days})" : string.Empty)}. Of that came:");
        yield return new BulletList([.. effects.OrderByDescending(e => Math.Abs(e.Effect)).Select(e => e.Text)]);
        foreach ((FactDimension dimension, string name) in ((FactDimension, string)[])[(FactDimension.Channel, "Acquisition channel"), (FactDimension.Category, "Category"), (FactDimension.Country, "Country")])
        {
            IReadOnlyList<SalesChangePart> parts = change.By(dimension);
            if (parts.Count < 2)
            {
                continue;
            }

            SalesChangePart[] shown = [.. parts.Take(MostParts)];
            SalesChangePart rest = new("all others", parts.Skip(MostParts).Sum(p => p.Before), parts.Skip(MostParts).Sum(p => p.Now));
            yield return Table($"Change of net sales by {name.ToLowerInvariant()}", $"{name}|{Iso(results.Sales.Periods.Prior)}#|{Iso(report.Month)}#|Change#|In per cent#", (parts.Count > MostParts ? shown.Append(rest) : shown).Select(p => (IReadOnlyList<string>)
                [p.Key, WholeMoney(new Money(p.Before, currency)), WholeMoney(new Money(p.Now, currency)), Amount(p.Change), Change(Growth((double)p.Now, (double)p.Before))]));
        }

        yield return new Paragraph("The parts say where the change lies, not what caused it; that takes an experiment.");
    }

    private static Money? Value(PeriodSales month, Currency currency) => month.Metric("aov") is { } aov ? new Money(aov, currency) : null;
}
