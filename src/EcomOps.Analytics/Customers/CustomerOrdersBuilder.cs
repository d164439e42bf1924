using System.Globalization;
using System.Runtime.InteropServices;
using EcomOps.Analytics.Customers.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Customers;

/// <summary>Collects orders in any sequence and sorts them by customer and day.</summary>
/// <param name="zone">Zone of the business day.</param>
/// <param name="currency">The one currency of the store; orders in another are left out and reported, never added.</param>
/// <param name="idOrder">Order of customer ids, which breaks ties; text by default.</param>
/// <remarks>Not thread-safe. Duplicate detection is the caller's: an order added twice counts twice.</remarks>
public sealed class CustomerOrdersBuilder(DateTimeZone zone, Currency currency, CustomerIdOrder idOrder = CustomerIdOrder.Text)
{
    private const int IssueLimit = 100;

    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly List<int> _customers = [];
    private readonly List<int> _days = [];
    private readonly List<long> _amounts = [];
    private readonly List<RefundRow> _refunds = [];
    private readonly List<Issue> _issues = [];
    private readonly decimal _unit = (decimal)Math.Pow(10, CustomerOrders.ScaleOf(currency));
    private long _row;
    private long _leftOut;

    /// <summary>
    /// Whether an order refunded in full on its own day counts as never placed: the order and a refund of the same customer, day and value
    /// leave together and are told in the issues. A mistaken order of great value would else make its customer look precious. False by default.
    /// </summary>
    public bool DropCancelled { get; init; }

    /// <summary>Adds one order or refund.</summary>
    /// <param name="order">Order; one without customer, or in another currency, is left out and reported.</param>
    public void Add(CustomerOrder order) => Add(order.CustomerId, order.At.InZone(zone).Date, order.Value, order.IsRefund);

    /// <summary>Adds one order or refund whose business day is known.</summary>
    /// <param name="customerId">Customer; blank is left out and counted.</param>
    /// <param name="day">Business day in the shop's zone.</param>
    /// <param name="value">Net value; for a refund the refunded value, 0 or more.</param>
    /// <param name="isRefund">Whether it is a refund.</param>
    public void Add(string? customerId, LocalDate day, Money value, bool isRefund = false)
    {
        _row++;
        if (string.IsNullOrWhiteSpace(customerId))
        {
            Leave("customer_missing", "The order has no customer; guest orders take no part in customer analysis.", Severity.Info);
            return;
        }

        if (value.Currency != currency)
        {
            Leave("currency_mixed", $"The order is in {value.Currency}, the store in {currency}; convert it at a named rate and date first.", Severity.Error);
            return;
        }

        if (isRefund && value.IsNegative)
        {
            Leave("refund_negative", "A refund's value is the refunded amount and must not be negative; turn its sign.", Severity.Error);
            return;
        }

        long amount = decimal.ToInt64(decimal.Round(value.Amount * _unit, MidpointRounding.ToEven));
        int epochDay = DayNumber.Of(day);
        if (isRefund)
        {
            _refunds.Add(new(customerId, epochDay, amount, _row));
            return;
        }

        ref int index = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, customerId, out bool known);
        if (!known)
        {
            index = _ids.Count;
            _ids.Add(customerId);
        }

        _customers.Add(index);
        _days.Add(epochDay);
        _amounts.Add(amount);
    }

    /// <summary>Sorts what was added into a store.</summary>
    /// <returns>The store; its issues name what was left out.</returns>
    public CustomerOrders Build()
    {
        bool[] dropped = DropCancelled ? Cancelled() : new bool[_customers.Count];
        int[] rows = [.. Enumerable.Range(0, dropped.Length).Where(i => !dropped[i])];
        int[] order = [.. rows.Select(i => _customers[i]).Distinct()];
        string[] ids = [.. order.Select(i => _ids[i])];
        if (idOrder == CustomerIdOrder.Text)
        {
            Array.Sort(ids, order, StringComparer.Ordinal);
        }
        else
        {
            Array.Sort(ids, order, Comparer<string>.Create(ByNumber));
        }

        int[] rank = new int[_ids.Count];
        Array.Fill(rank, -1);
        for (int i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        OrderColumns orders = OrderPartition.Sort([.. rows.Select(i => rank[_customers[i]])], [.. rows.Select(i => _days[i])], [.. rows.Select(i => _amounts[i])], ids.Length);
        return new CustomerOrders(ids, orders, Refunds(rank, ids.Length), currency, _issues, _leftOut);
    }

    private static int ByNumber(string a, string b)
    {
        bool left = long.TryParse(a, NumberStyles.Integer, CultureInfo.InvariantCulture, out long x);
        bool right = long.TryParse(b, NumberStyles.Integer, CultureInfo.InvariantCulture, out long y);
        int byNumber = left && right ? x.CompareTo(y) : right.CompareTo(left);
        return byNumber != 0 ? byNumber : string.CompareOrdinal(a, b);
    }

    private OrderColumns? Refunds(int[] rank, int customers)
    {
        List<int> who = [], day = [];
        List<long> amount = [];
        foreach (RefundRow refund in _refunds)
        {
            if (_index.TryGetValue(refund.Customer, out int index) && rank[index] >= 0)
            {
                who.Add(rank[index]);
                day.Add(refund.Day);
                amount.Add(refund.Amount);
            }
            else
            {
                Leave("refund_without_order", $"Customer {refund.Customer} has a refund but no order; load the orders of the refunded period as well.", Severity.Warning, refund.Row);
            }
        }

        return who.Count == 0 ? null : OrderPartition.Sort([.. who], [.. day], [.. amount], customers);
    }

    // Marks each order with a refund of its own customer, day and value, one order a refund, and takes these refunds away.
    private bool[] Cancelled()
    {
        Dictionary<(int Customer, int Day, long Amount), Stack<int>> orders = [];
        for (int i = 0; i < _customers.Count; i++)
        {
            ref Stack<int>? same = ref CollectionsMarshal.GetValueRefOrAddDefault(orders, (_customers[i], _days[i], _amounts[i]), out _);
            (same ??= []).Push(i);
        }

        bool[] dropped = new bool[_customers.Count];
        List<RefundRow> left = [];
        foreach (RefundRow refund in _refunds)
        {
            if (_index.TryGetValue(refund.Customer, out int customer) && orders.TryGetValue((customer, refund.Day, refund.Amount), out Stack<int>? same) && same.TryPop(out int row))
            {
                dropped[row] = true;
                Leave("order_cancelled", $"An order of customer {refund.Customer} was refunded in full on its own day; both are left out.", Severity.Info, refund.Row);
            }
            else
            {
                left.Add(refund);
            }
        }

        _refunds.Clear();
        _refunds.AddRange(left);
        return dropped;
    }

    private void Leave(string code, string message, Severity severity) => Leave(code, message, severity, _row);

    private void Leave(string code, string message, Severity severity, long row)
    {
        _leftOut++;
        if (_issues.Count < IssueLimit)
        {
            _issues.Add(new Issue(code, $"orders[{row - 1}]", message, severity));
        }
    }

    private readonly record struct RefundRow(string Customer, int Day, long Amount, long Row);
}
