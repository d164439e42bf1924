using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Visits of a month: how many reached each step.</summary>
internal sealed record MonthVisits(YearMonth Month, IReadOnlyDictionary<WebStep, int> Reached)
{
    internal int Visits => Reached[WebStep.Visit];

    internal int Purchases => Reached[WebStep.Purchase];
}

/// <summary>What a channel cost and brought in a month; new customers are those whose first order of the history was placed in it.</summary>
internal sealed record ChannelMonth(YearMonth Month, string Channel, Money Spend, int NewCustomers);

/// <summary>Visits and acquisition; empty lists where the source holds none.</summary>
internal sealed record TrafficSummary(IReadOnlyList<MonthVisits> Months, IReadOnlyList<ChannelMonth> Channels)
{
    internal MonthVisits? Of(YearMonth month) => Months.FirstOrDefault(m => m.Month == month);
}
