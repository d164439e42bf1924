using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Units per SKU and week. Weeks are counted back from the end of the history, so that the last one is whole.</summary>
/// <param name="From">First day of the first week.</param>
/// <param name="Weeks">Number of weeks.</param>
/// <param name="Units">Units per week by SKU, oldest first.</param>
/// <param name="CancelledUnits">Units left out because the same customer's same quantity was cancelled by the next day.</param>
internal sealed record WeeklyDemand(LocalDate From, int Weeks, IReadOnlyDictionary<Sku, long[]> Units, long CancelledUnits);

internal static class DemandStep
{
    private static readonly Duration CancellationWindow = Duration.FromDays(1);

    internal static WeeklyDemand Run(ShopHistory history)
    {
        int weeks = Math.Max(1, Period.DaysBetween(history.From, history.Until) / 7);
        LocalDate from = history.Until.PlusWeeks(-weeks);
        var returns = history.Returns.Where(r => r.CustomerId is not null)
            .GroupBy(r => (r.Sku, r.Quantity, Customer: r.CustomerId!)).ToDictionary(g => g.Key, g => g.Select(r => r.At).ToList());
        var units = new Dictionary<Sku, long[]>();
        long cancelled = 0;
        foreach (ShopOrder order in history.Orders)
        {
            foreach (ShopOrderLine line in order.Lines)
            {
                if (!units.TryGetValue(line.Sku, out long[]? week))
                {
                    units[line.Sku] = week = new long[weeks];
                }

                if (order.CustomerId is { } customer && returns.TryGetValue((line.Sku, line.Quantity, customer), out List<Instant>? open) && TakeCancellation(open, line.At))
                {
                    cancelled += line.Quantity;
                    continue;
                }

                int index = WeekOf(line.At, from, history.Zone);
                if (index >= 0 && index < weeks)
                {
                    week[index] += line.Quantity;
                }
            }
        }

        return new(from, weeks, units, cancelled);
    }

    private static bool TakeCancellation(List<Instant> returns, Instant sold)
    {
        int index = returns.FindIndex(at => at >= sold && at - sold <= CancellationWindow);
        if (index < 0)
        {
            return false;
        }

        returns.RemoveAt(index);
        return true;
    }

    private static int WeekOf(Instant at, LocalDate from, DateTimeZone zone)
    {
        int days = Period.DaysBetween(from, at.InZone(zone).Date);
        return days < 0 ? -1 : days / 7;
    }
}
