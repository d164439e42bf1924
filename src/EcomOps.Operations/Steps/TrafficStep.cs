using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Counts visits by step and sets spend against new customers by channel.</summary>
internal static class TrafficStep
{
    private static readonly WebStep[] Steps = Enum.GetValues<WebStep>();

    internal static TrafficSummary Run(ShopHistory history)
    {
        var visits = new SortedDictionary<YearMonth, int[]>();
        foreach (WebSession session in history.Sessions)
        {
            YearMonth month = Month(session.StartedAt, history.Zone);
            if (!visits.TryGetValue(month, out int[]? counts))
            {
                visits[month] = counts = new int[Steps.Length];
            }

            for (int i = 0; i <= (int)session.Reached; i++)
            {
                counts[i]++;
            }
        }

        return new([.. visits.Select(v => new MonthVisits(v.Key, Steps.ToDictionary(s => s, s => v.Value[(int)s])))], Channels(history));
    }

    private static IReadOnlyList<ChannelMonth> Channels(ShopHistory history)
    {
        if (history.Spend.Count == 0)
        {
            return [];
        }

        var spend = new Dictionary<(YearMonth, string), decimal>();
        foreach (MarketingSpend day in history.Spend)
        {
            var key = (new YearMonth(day.On.Year, day.On.Month), day.Channel);
            spend[key] = spend.GetValueOrDefault(key) + day.Amount.Amount;
        }

        Dictionary<string, string> channelOf = history.Customers.Where(c => c.AcquisitionChannel is not null).ToDictionary(c => c.Id, c => c.AcquisitionChannel!, StringComparer.Ordinal);
        var acquired = new Dictionary<(YearMonth, string), int>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (ShopOrder order in history.Orders)
        {
            if (order.CustomerId is { } customer && known.Add(customer) && channelOf.TryGetValue(customer, out string? channel))
            {
                var key = (Month(order.PlacedAt, history.Zone), channel);
                acquired[key] = acquired.GetValueOrDefault(key) + 1;
            }
        }

        return
        [
            .. spend.Keys.Union(acquired.Keys).OrderBy(k => k.Item1).ThenBy(k => k.Item2, StringComparer.Ordinal)
                .Select(k => new ChannelMonth(k.Item1, k.Item2, new(spend.GetValueOrDefault(k), history.Currency), acquired.GetValueOrDefault(k))),
        ];
    }

    private static YearMonth Month(Instant at, DateTimeZone zone)
    {
        LocalDate day = at.InZone(zone).Date;
        return new(day.Year, day.Month);
    }
}
