using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics.Internal;

internal sealed class FactTable
{
    private const int IssueLimit = 100;

    private readonly List<(LocalDate Day, int Number, OrderFact Order)> _orders = [];
    private readonly List<(LocalDate Day, RefundFact Refund)> _refunds = [];
    private readonly List<SpendFact> _spend = [];
    private readonly List<(LocalDate Day, SessionFact Session)> _sessions = [];
    private readonly List<Issue> _issues = [];
    private bool _hasSpend;
    private bool _hasSessions;

    public IReadOnlyList<Issue> Issues => _issues;

    public static FactTable Build(
        DateTimeZone zone, Currency currency, IEnumerable<OrderFact> orders, IEnumerable<RefundFact> refunds, IEnumerable<SpendFact>? spend, IEnumerable<SessionFact>? sessions)
    {
        var table = new FactTable { _hasSpend = spend is not null, _hasSessions = sessions is not null };
        HashSet<string> ids = new(StringComparer.Ordinal), refundLines = new(StringComparer.Ordinal), visits = new(StringComparer.Ordinal);
        Dictionary<string, int> count = new(StringComparer.Ordinal);
        foreach (OrderFact order in orders.Where(o => !o.IsTest).OrderBy(o => o.At).ThenBy(o => o.Id, StringComparer.Ordinal))
        {
            if (!ids.Add(order.Id))
            {
                table.Report("order_duplicate", $"orders[{order.Id}]", "The order id occurs twice; the later one is left out.");
            }
            else if (Foreign(order, currency))
            {
                table.Report("currency_mixed", $"orders[{order.Id}]", $"The order has amounts that are not in {currency}; convert it at a named rate and date first.");
            }
            else
            {
                int number = order.CustomerId is { } customer ? count[customer] = count.GetValueOrDefault(customer) + 1 : 0;
                table._orders.Add((order.At.InZone(zone).Date, number, order));
            }
        }

        foreach (RefundFact refund in refunds)
        {
            if (!refundLines.Add(refund.Id + "\u001f" + refund.Sku))
            {
                table.Report("refund_duplicate", $"refunds[{refund.Id}]", "The refund has the same product twice; the later line is left out.");
            }
            else if (refund.Value.Currency != currency || (refund.UnitCost ?? refund.Value).Currency != currency || (refund.HandlingCost ?? refund.Value).Currency != currency)
            {
                table.Report("currency_mixed", $"refunds[{refund.Id}]", $"The refund is not in {currency}; convert it at a named rate and date first.");
            }
            else
            {
                table._refunds.Add((refund.At.InZone(zone).Date, refund));
            }
        }

        foreach (SpendFact fact in spend ?? [])
        {
            if (fact.Spend.Currency != currency)
            {
                table.Report("currency_mixed", $"spend[{fact.On}]", $"The spend is not in {currency}; convert it at a named rate and date first.");
            }
            else
            {
                table._spend.Add(fact);
            }
        }

        table._sessions.AddRange((sessions ?? []).Where(s => visits.Add(s.Id)).Select(s => (s.At.InZone(zone).Date, s)));
        return table;
    }

    public IReadOnlyList<string> Values(FactDimension dimension) =>
    [
        .. (dimension switch
        {
            FactDimension.Channel => _orders.Select(o => o.Order.Channel),
            FactDimension.Segment => _orders.Select(o => o.Order.Segment),
            _ => _orders.SelectMany(o => o.Order.Lines.Select(l => l.Category)),
        }).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public PeriodTotals Totals(ReportPeriod period, FactFilter filter)
    {
        var sums = new TotalsSum(filter);
        Dictionary<string, int> customers = new(StringComparer.Ordinal);
        HashSet<string> returning = new(StringComparer.Ordinal);
        HashSet<string?> paid = [.. _spend.Where(s => period.Contains(s.On)).Select(s => s.Channel)];
        int fresh = 0;
        foreach ((LocalDate day, int number, OrderFact order) in _orders)
        {
            if (!period.Contains(day) || !sums.Add(order, paid))
            {
                continue;
            }

            if (order.CustomerId is { } customer)
            {
                customers[customer] = customers.GetValueOrDefault(customer) + 1;
                fresh += number == 1 ? 1 : 0;
                if (number > 1)
                {
                    returning.Add(customer);
                }
            }
        }

        foreach ((LocalDate day, RefundFact refund) in _refunds)
        {
            if (period.Contains(day))
            {
                sums.Add(refund);
            }
        }

        PeriodTotals totals = sums.Result() with
        {
            Customers = customers.Count,
            NewCustomers = fresh,
            ReturningCustomers = returning.Count,
            RepeatCustomers = customers.Values.Count(n => n > 1),
        };
        return Marketing(Visits(totals, period, filter), period, filter);
    }

    private PeriodTotals Visits(PeriodTotals totals, ReportPeriod period, FactFilter filter)
    {
        if (!_hasSessions || filter.Category is not null || filter.Segment is not null)
        {
            return totals;
        }

        long[] reached = new long[6];
        foreach ((LocalDate day, SessionFact session) in _sessions)
        {
            if (period.Contains(day) && (filter.Channel is null || session.Channel == filter.Channel))
            {
                for (int step = 0; step <= (int)session.Reached; step++)
                {
                    reached[step]++;
                }
            }
        }

        return totals with
        {
            Sessions = reached[0],
            SessionsWithView = reached[1],
            SessionsWithCart = reached[2],
            SessionsWithCheckout = reached[3],
            SessionsWithPayment = reached[4],
            SessionsWithOrder = reached[5],
        };
    }

    private PeriodTotals Marketing(PeriodTotals totals, ReportPeriod period, FactFilter filter)
    {
        if (!_hasSpend || filter.Category is not null || filter.Segment is not null)
        {
            return totals with { AttributedRevenue = null };
        }

        SpendFact[] spend = [.. _spend.Where(s => period.Contains(s.On) && (filter.Channel is null || s.Channel == filter.Channel))];
        return totals with { MarketingSpend = spend.Sum(s => s.Spend.Amount), AcquisitionSpend = spend.Where(s => s.ForAcquisition).Sum(s => s.Spend.Amount) };
    }

    private static bool Foreign(OrderFact order, Currency currency)
    {
        bool Other(Money? money) => money is { } m && m.Currency != currency;
        return order.Lines.Any(l => Other(l.UnitPrice) || Other(l.Discount) || Other(l.UnitCost))
            || Other(order.Shipping) || Other(order.Tax) || Other(order.ShippingCost) || Other(order.PaymentFee) || Other(order.FulfilmentCost);
    }

    private void Report(string code, string path, string message)
    {
        if (_issues.Count < IssueLimit)
        {
            _issues.Add(new Issue(code, path, message));
        }
    }
}
