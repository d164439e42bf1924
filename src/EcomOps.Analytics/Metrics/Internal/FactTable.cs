using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics.Internal;

internal sealed class FactTable
{
    private readonly bool _hasSessions;
    private readonly bool _hasPayments;

    internal FactTable(
        DayIndex<PlacedOrder> orders, DayIndex<BookedRefund> refunds, DayIndex<SpendFact> spend, DayIndex<SessionFact>? sessions, DayIndex<PaymentFact>? payments, IReadOnlyList<Issue> issues)
    {
        (Orders, Refunds, Spend, Issues) = (orders, refunds, spend, issues);
        (Sessions, Payments) = (sessions ?? new([]), payments ?? new([]));
        (_hasSessions, _hasPayments) = (sessions is not null, payments is not null);
    }

    public DayIndex<PlacedOrder> Orders { get; }

    public DayIndex<BookedRefund> Refunds { get; }

    public DayIndex<SpendFact> Spend { get; }

    public DayIndex<SessionFact> Sessions { get; }

    public DayIndex<PaymentFact> Payments { get; }

    public IReadOnlyList<Issue> Issues { get; }

    public IReadOnlyList<string> Values(FactDimension dimension) =>
    [
        .. (dimension switch
        {
            FactDimension.Channel => Orders.All.Select(o => o.Order.Channel).Concat(Spend.All.Select(s => s.Channel)).Concat(Sessions.All.Select(s => s.Channel)),
            FactDimension.Segment => Orders.All.Select(o => o.Order.Segment),
            FactDimension.Country => Orders.All.Select(o => o.Order.Country),
            FactDimension.SalesChannel => Orders.All.Select(o => o.Order.SalesChannel),
            _ => Orders.All.SelectMany(o => o.Order.Lines.Select(l => l.Category)),
        }).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public PeriodTotals Totals(ReportPeriod period, FactFilter filter)
    {
        var sums = new TotalsSum(filter);
        Dictionary<string, int> customers = new(StringComparer.Ordinal);
        HashSet<string> returning = new(StringComparer.Ordinal);
        int fresh = 0, freshPaid = 0;
        HashSet<string?> paid = [];
        foreach (SpendFact fact in Spend.Of(period))
        {
            paid.Add(fact.Channel);
        }

        foreach (PlacedOrder placed in Orders.Of(period))
        {
            if (sums.Add(placed.Order, paid) && placed.Order.CustomerId is { } customer)
            {
                customers[customer] = customers.GetValueOrDefault(customer) + 1;
                if (placed.Number == 1)
                {
                    fresh++;
                    freshPaid += paid.Contains(placed.Order.Channel) ? 1 : 0;
                }
                else
                {
                    returning.Add(customer);
                }
            }
        }

        foreach (BookedRefund refund in Refunds.Of(period))
        {
            sums.Add(refund);
        }

        PeriodTotals totals = sums.Result() with
        {
            Customers = customers.Count,
            NewCustomers = fresh,
            NewCustomersOfPaidChannels = freshPaid,
            ReturningCustomers = returning.Count,
            RepeatCustomers = customers.Values.Count(n => n > 1),
        };
        return filter.TakesChannelOnly ? Marketing(Paying(Visits(totals, period, filter), period, filter), period, filter) : totals with { AttributedRevenue = null };
    }

    private PeriodTotals Visits(PeriodTotals totals, ReportPeriod period, FactFilter filter)
    {
        if (!_hasSessions)
        {
            return totals;
        }

        long[] reached = new long[Enum.GetValues<SessionStep>().Length];
        foreach (SessionFact session in Sessions.Of(period))
        {
            if (FactFilter.Same(filter.Channel, session.Channel))
            {
                for (int step = 0; step <= (int)session.Reached; step++)
                {
                    reached[step]++;
                }
            }
        }

        return totals with
        {
            Sessions = reached[(int)SessionStep.Visit],
            SessionsWithView = reached[(int)SessionStep.View],
            SessionsWithCart = reached[(int)SessionStep.Cart],
            SessionsWithCheckout = reached[(int)SessionStep.Checkout],
            SessionsWithShipping = reached[(int)SessionStep.Shipping],
            SessionsWithPayment = reached[(int)SessionStep.Payment],
            SessionsWithOrder = reached[(int)SessionStep.Order],
        };
    }

    private PeriodTotals Paying(PeriodTotals totals, ReportPeriod period, FactFilter filter)
    {
        if (!_hasPayments)
        {
            return totals;
        }

        long all = 0, approved = 0;
        foreach (PaymentFact payment in Payments.Of(period))
        {
            if (FactFilter.Same(filter.Channel, payment.Channel))
            {
                all++;
                approved += payment.Approved ? 1 : 0;
            }
        }

        return totals with { PaymentAttempts = all, ApprovedPayments = approved };
    }

    private PeriodTotals Marketing(PeriodTotals totals, ReportPeriod period, FactFilter filter)
    {
        ReadOnlySpan<SpendFact> spend = Spend.Of(period);
        if (spend.IsEmpty)
        {
            return totals with { AttributedRevenue = null };
        }

        decimal all = 0;
        decimal? acquisition = null;
        foreach (SpendFact fact in spend)
        {
            if (FactFilter.Same(filter.Channel, fact.Channel))
            {
                all += fact.Spend.Amount;
                acquisition = fact.ForAcquisition ? (acquisition ?? 0) + fact.Spend.Amount : acquisition;
            }
        }

        return totals with { MarketingSpend = all, AcquisitionSpend = acquisition };
    }
}
