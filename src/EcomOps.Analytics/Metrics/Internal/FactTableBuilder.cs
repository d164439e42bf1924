using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics.Internal;

/// <summary>Cleans facts on their way into a table: repeats and amounts without a rate are left out and reported; late facts go to their own day.</summary>
internal sealed class FactTableBuilder(DateTimeZone zone, Currency currency, ExchangeRates? rates)
{
    private const int IssueLimit = 100;

    private readonly FactConverter _converter = new(currency, rates);
    private readonly List<Issue> _issues = [];
    private readonly HashSet<string> _costed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderFact> _byId = new(StringComparer.Ordinal);

    public FactTable Build(IEnumerable<OrderFact> orders, IEnumerable<RefundFact> refunds, IEnumerable<SpendFact> spend, IEnumerable<SessionFact>? sessions, IEnumerable<PaymentFact>? payments)
    {
        var placed = new DayIndex<PlacedOrder>(Orders(orders));
        var booked = new DayIndex<BookedRefund>(Refunds(refunds));
        var paid = new DayIndex<SpendFact>(Spend(spend));
        HashSet<string> visits = new(StringComparer.Ordinal);
        DayIndex<SessionFact>? visited = sessions is null ? null : new(sessions.Where(s => visits.Add(s.Id)).Select(s => (Day(s.At), s)));
        return new FactTable(placed, booked, paid, visited, payments is null ? null : new(payments.Select(p => (Day(p.At), p))), _issues);
    }

    private List<(LocalDate, PlacedOrder)> Orders(IEnumerable<OrderFact> orders)
    {
        List<(LocalDate, PlacedOrder)> kept = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (OrderFact order in orders.Where(o => !o.IsTest).OrderBy(o => o.At).ThenBy(o => o.Id, StringComparer.Ordinal))
        {
            LocalDate day = Day(order.At);
            if (_byId.ContainsKey(order.Id))
            {
                Report("order_duplicate", $"orders[{order.Id}]", "The order id occurs twice; the later one is left out.");
            }
            else if (_converter.Order(order, day) is not { } own)
            {
                Mixed($"orders[{order.Id}]", "The order");
            }
            else
            {
                int number = own.CustomerId is { } customer ? numbers[customer] = numbers.GetValueOrDefault(customer) + 1 : 0;
                _byId[own.Id] = own;
                kept.Add((day, new PlacedOrder(number, own)));
                foreach (OrderLineFact line in own.Lines)
                {
                    if (line.UnitCost is not null)
                    {
                        _costed.Add(line.Sku);
                    }
                }
            }
        }

        return kept;
    }

    private List<(LocalDate, BookedRefund)> Refunds(IEnumerable<RefundFact> refunds)
    {
        List<(LocalDate, BookedRefund)> kept = [];
        HashSet<(string, string, int?)> lines = [];
        int orphans = 0;
        foreach (RefundFact refund in refunds)
        {
            LocalDate day = Day(refund.At);
            if (!lines.Add((refund.Id, refund.Sku, refund.Line)))
            {
                Report("refund_duplicate", $"refunds[{refund.Id}]", "The refund has the same product twice; the later line is left out.");
            }
            else if (_converter.Refund(refund, day) is not { } own)
            {
                Mixed($"refunds[{refund.Id}]", "The refund");
            }
            else
            {
                OrderFact? order = own.OrderId is { } id ? _byId.GetValueOrDefault(id) : null;
                orphans += order is null ? 1 : 0;
                kept.Add((day, new BookedRefund(Complete(own, order), own.UnitCost is not null || _costed.Contains(own.Sku))));
            }
        }

        if (orphans > 0)
        {
            _issues.Add(new Issue("refund_without_order", "refunds", $"{orphans} refund lines name no order among the facts; they lower net sales on their own day and stand under {FactFilter.Unknown} in splits.", Severity.Warning));
        }

        return kept;
    }

    private static RefundFact Complete(RefundFact refund, OrderFact? order) => order is null ? refund : refund with
    {
        Channel = refund.Channel ?? order.Channel,
        Segment = refund.Segment ?? order.Segment,
        Country = refund.Country ?? order.Country,
        SalesChannel = refund.SalesChannel ?? order.SalesChannel,
        Category = refund.Category ?? order.Lines.FirstOrDefault(l => l.Sku == refund.Sku)?.Category,
    };

    private IEnumerable<(LocalDate, SpendFact)> Spend(IEnumerable<SpendFact> spend)
    {
        foreach (SpendFact fact in spend)
        {
            if (_converter.Spend(fact) is { } own)
            {
                yield return (own.On, own);
            }
            else
            {
                Mixed($"spend[{fact.On}]", "The spend");
            }
        }
    }

    private LocalDate Day(Instant at) => at.InZone(zone).Date;

    private void Mixed(string path, string what) => Report(
        "currency_mixed", path, rates is null
            ? $"{what} has amounts that are not in {currency}; give exchange rates, each with its date."
            : $"{what} has amounts that are not in {currency} and no exchange rate of its day or the days before; it is left out.");

    private void Report(string code, string path, string message)
    {
        if (_issues.Count < IssueLimit)
        {
            _issues.Add(new Issue(code, path, message));
        }
    }
}
