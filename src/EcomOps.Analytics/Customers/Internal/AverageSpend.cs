using System.Collections;
using EcomOps.Core;

namespace EcomOps.Analytics.Customers.Internal;

// Average repeat spend, divided when it is read: a million decimal divisions cost more than the summaries themselves.
internal sealed class AverageSpend(CustomerOrders orders, RepeatSummary[] rows, long[] repeatValue) : IReadOnlyList<Money>
{
    public int Count => rows.Length;

    public Money this[int index] => rows[index].Frequency is var x && x == 0 ? Money.Zero(orders.Currency) : orders.ToMoney(repeatValue[index]) * (1m / x);

    public IEnumerator<Money> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
