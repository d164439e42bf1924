using System.Collections;
using EcomOps.Core;

namespace EcomOps.Analytics.Customers.Internal;

// Average repeat spend, summed and divided when it is read: a million decimal divisions cost more than the summaries themselves.
internal sealed class AverageSpend(CustomerOrders orders, RepeatSummary[] rows, int[] positions, int end) : IReadOnlyList<Money>
{
    public int Count => rows.Length;

    public Money this[int index] => rows[index].Frequency is var x && x == 0 ? Money.Zero(orders.Currency) : orders.ToMoney(RepeatValue(positions[index])) * (1m / x);

    public IEnumerator<Money> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // What was ordered after the first purchase day, up to the end.
    private long RepeatValue(int customer)
    {
        int[] days = orders.Orders.Days;
        int from = orders.Orders.Starts[customer], to = orders.Orders.Starts[customer + 1];
        long value = 0;
        for (int i = from; i < to && days[i] <= end; i++)
        {
            value += days[i] != days[from] ? orders.Orders.Amounts[i] : 0;
        }

        return value;
    }
}
