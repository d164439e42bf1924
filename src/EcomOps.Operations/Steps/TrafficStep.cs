using EcomOps.Analytics.Metrics;
using EcomOps.Operations.History;

namespace EcomOps.Operations.Steps;

/// <summary>Visits by month and step, and spend against new customers by acquisition channel, as Analytics sums them.</summary>
internal static class TrafficStep
{
    private static readonly WebStep[] Steps = Enum.GetValues<WebStep>();

    internal static TrafficSummary Run(ShopHistory history, SalesSummary sales)
    {
        MonthVisits[] visits = history.Sessions.Count == 0 ? [] :
        [
            .. sales.Months.Where(m => m.Totals.Sessions > 0)
                .Select(m => new MonthVisits(m.Month, Steps.ToDictionary(s => s, s => (int)m.Totals.SessionsAt(FactsStep.StepOf(s))))),
        ];
        return new(visits, history.Spend.Count == 0 ? [] : Channels(history, sales));
    }

    private static IReadOnlyList<ChannelMonth> Channels(ShopHistory history, SalesSummary sales)
    {
        IReadOnlyList<string> channels = sales.Facts.Values(FactDimension.Channel);
        return
        [
            .. sales.Months.SelectMany(m => channels.Select(c => (Channel: c, Totals: sales.Facts.Totals(ReportPeriod.Of(m.Month), new FactFilter(Channel: c))))
                .Where(x => x.Totals.MarketingSpend > 0 || x.Totals.NewCustomers > 0)
                .Select(x => new ChannelMonth(m.Month, x.Channel, new(x.Totals.AcquisitionSpend ?? 0, history.Currency), (int)x.Totals.NewCustomers))),
        ];
    }
}
