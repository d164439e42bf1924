using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Fits lifetime value to the known customers and gathers it by the channel that won them.</summary>
internal static class LifetimeValueStep
{
    /// <summary>Yearly discount of future revenue: an assumption, named in the artefact.</summary>
    internal const double YearlyDiscount = 0.10;

    private const int FewestRepeaters = 100;

    /// <summary>Null when too few customers came back for a model to be fitted.</summary>
    internal static LifetimeValueResults? Run(ShopHistory history, CustomerResults? customers)
    {
        if (customers is null || customers.Repeat.Repeating < FewestRepeaters)
        {
            return null;
        }

        LocalDate last = history.Until.PlusDays(-1);
        var selection = ModelSelection.Run(customers.Orders, last);
        RepeatSummaries summaries = selection.Histories;
        var origins = RollingOrigins.Compute(customers.Orders, last, PurchaseModelCandidate.Standard.Single(c => c.Name == selection.Choice.Model), byCalendar: selection.Calendar is CalendarUse.Helps);
        var model = new LifetimeValueModel(selection.Model, GammaGammaModel.Fit(summaries));
        var horizon = LifetimeHorizon.PerYear(12, YearlyDiscount);
        IReadOnlyList<CustomerValue> values = model.ValueAll(summaries, horizon);
        Dictionary<string, Money> next = values.ToDictionary(v => v.CustomerId, v => v.LifetimeValue ?? Money.Zero(history.Currency), StringComparer.Ordinal);
        Dictionary<string, Money> toDate = customers.Segmentation.Scores.Customers.ToDictionary(c => c.CustomerId, c => c.Monetary, StringComparer.Ordinal);
        Dictionary<string, string> channelOf = history.Customers.Where(c => c.AcquisitionChannel is not null).ToDictionary(c => c.Id, c => c.AcquisitionChannel!, StringComparer.Ordinal);
        ChannelValue Value(string channel, string[] ids) => new(channel, ids.Length, Mean(ids, toDate), Mean(ids, next));
        Money Mean(string[] ids, Dictionary<string, Money> values) =>
            ids.Aggregate(Money.Zero(history.Currency), (sum, id) => sum + values.GetValueOrDefault(id, Money.Zero(history.Currency))).Divide(Math.Max(1, ids.Length), MoneyRounding.HalfEven);

        ChannelValue[] channels = [.. toDate.Keys.Where(channelOf.ContainsKey).GroupBy(id => channelOf[id], StringComparer.Ordinal).Select(g => Value(g.Key, [.. g])).OrderByDescending(c => c.Customers).ThenBy(c => c.Channel, StringComparer.Ordinal)];
        return new(model, horizon, values, channels, Value(All, [.. toDate.Keys]), selection, origins);
    }

    private const string All = "all";
}
