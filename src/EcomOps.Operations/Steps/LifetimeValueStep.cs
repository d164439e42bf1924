using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Fits lifetime value to the known customers and sets it against what each channel cost.</summary>
internal static class LifetimeValueStep
{
    /// <summary>Yearly discount of future revenue: an assumption, named in the artefact.</summary>
    internal const double YearlyDiscount = 0.10;

    private static readonly (string Name, Func<RepeatSummaries, PurchaseModel> Fit)[] Fits =
    [
        ("BG/NBD", s => BgNbdModel.Fit(s)),
        ("MBG/NBD", s => MbgNbdModel.Fit(s)),
        ("Pareto/NBD", s => ParetoNbdModel.Fit(s)),
    ];

    private const int FewestRepeaters = 100;
    private const int HoldoutWeeks = 13;

    /// <summary>Null when too few customers came back for a model to be fitted.</summary>
    internal static LifetimeValueResults? Run(ShopHistory history, CustomerResults? customers, TrafficSummary traffic)
    {
        if (customers is null || customers.Repeat.Repeating < FewestRepeaters)
        {
            return null;
        }

        LocalDate last = history.Until.PlusDays(-1);
        RepeatSummaries summaries = customers.Orders.ToRepeatSummaries(last);
        IReadOnlyList<HoldoutReport> holdouts = Holdouts(customers.Orders, history, last);
        var model = new LifetimeValueModel(Choose(summaries, holdouts), GammaGammaModel.Fit(summaries));
        var horizon = LifetimeHorizon.PerYear(12, YearlyDiscount);
        Dictionary<string, Money> next = model.ValueAll(summaries, horizon).ToDictionary(v => v.CustomerId, v => v.LifetimeValue ?? Money.Zero(history.Currency), StringComparer.Ordinal);
        Dictionary<string, Money> toDate = customers.Segmentation.Scores.Customers.ToDictionary(c => c.CustomerId, c => c.Monetary, StringComparer.Ordinal);
        Dictionary<string, string> channelOf = history.Customers.Where(c => c.AcquisitionChannel is not null).ToDictionary(c => c.Id, c => c.AcquisitionChannel!, StringComparer.Ordinal);
        ChannelValue Value(string channel, string[] ids)
        {
            ChannelMonth[] months = [.. traffic.Channels.Where(c => channel == All || c.Channel == channel)];
            Money spend = months.Aggregate(Money.Zero(history.Currency), (sum, m) => sum + m.Spend);
            int acquired = months.Sum(m => m.NewCustomers);
            return new(channel, ids.Length, Mean(ids, toDate), Mean(ids, next), acquired == 0 || spend.IsZero ? null : spend.Divide(acquired, MoneyRounding.HalfEven));
        }

        Money Mean(string[] ids, Dictionary<string, Money> values) =>
            ids.Aggregate(Money.Zero(history.Currency), (sum, id) => sum + values.GetValueOrDefault(id, Money.Zero(history.Currency))).Divide(Math.Max(1, ids.Length), MoneyRounding.HalfEven);

        ChannelValue[] channels = [.. toDate.Keys.Where(channelOf.ContainsKey).GroupBy(id => channelOf[id], StringComparer.Ordinal).Select(g => Value(g.Key, [.. g])).OrderByDescending(c => c.Customers).ThenBy(c => c.Channel, StringComparer.Ordinal)];
        return new(model, horizon, channels, Value(All, [.. toDate.Keys]), holdouts, HoldoutWeeks);
    }

    private const string All = "all";

    /// <summary>The model that foretold the holdout best; without holdout the one with the smallest criterion of Akaike.</summary>
    private static PurchaseModel Choose(RepeatSummaries summaries, IReadOnlyList<HoldoutReport> holdouts) => holdouts.Count > 0
        ? Fits.Single(f => f.Name == holdouts[0].Model).Fit(summaries)
        : Fits.Select(f => f.Fit(summaries)).MinBy(m => m.Estimate!.Aic)!;

    /// <summary>Reports by error of the total, the figure that a plan rests on; least first.</summary>
    private static IReadOnlyList<HoldoutReport> Holdouts(CustomerOrders orders, ShopHistory history, LocalDate last)
    {
        LocalDate cut = last.PlusWeeks(-HoldoutWeeks);
        if (cut < history.From.PlusWeeks(2 * HoldoutWeeks))
        {
            return [];
        }

        RepeatSummaries calibration = orders.ToRepeatSummaries(cut);
        if (calibration.Items.Count == 0)
        {
            return [];
        }

        IReadOnlyList<int> days = orders.PurchaseDays(cut, last);
        Dictionary<string, int> row = Enumerable.Range(0, orders.CustomerCount).ToDictionary(orders.CustomerId, i => i, StringComparer.Ordinal);
        int[] actual = [.. Enumerable.Range(0, calibration.Items.Count).Select(i => days[row[calibration.CustomerId(i)!]])];
        return [.. Fits.Select(f => HoldoutReport.Compute(f.Fit(calibration), calibration, actual, HoldoutWeeks)).OrderBy(r => Math.Abs(r.Expected - r.Actual)).ThenBy(r => r.MeanAbsoluteError)];
    }
}
