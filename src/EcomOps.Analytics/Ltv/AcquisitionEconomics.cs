using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Customers.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Ltv;

/// <summary>Lifetime value by how customers were acquired, against acquisition cost, with the time until it is paid back.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class AcquisitionEconomics
{
    /// <summary>Name of the group of customers who have none.</summary>
    public const string Unknown = "Unknown";

    /// <summary>Computes every group.</summary>
    /// <param name="contribution">Orders whose values are contribution after goods, shipping, payment and returns (CM2), not revenue; losses are negative.</param>
    /// <param name="groupOf">Group of each customer by id: channel, first category, or both joined; others are <see cref="Unknown"/>.</param>
    /// <param name="spend">Acquisition spend by group over the time in which these customers were acquired.</param>
    /// <param name="until">Last day of the data, inclusive.</param>
    /// <param name="months">Most months to follow a customer, 1 or more; 24 by default.</param>
    /// <param name="expected">Expected future contribution by customer id; customers without count as zero.</param>
    /// <returns>Groups, most customers first, then by name.</returns>
    /// <exception cref="ArgumentException">A spend or expected value is in another currency than the orders, or a spend is negative.</exception>
    public static IReadOnlyList<AcquisitionGroup> Compute(
        CustomerOrders contribution, IReadOnlyDictionary<string, string> groupOf, IReadOnlyDictionary<string, Money> spend, LocalDate until, int months = 24, IReadOnlyDictionary<string, Money>? expected = null)
    {
        ArgumentNullException.ThrowIfNull(contribution);
        ArgumentNullException.ThrowIfNull(groupOf);
        ArgumentNullException.ThrowIfNull(spend);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        foreach ((string name, Money value) in spend.Concat(expected ?? new Dictionary<string, Money>()))
        {
            if (value.Currency != contribution.Currency)
            {
                throw new ArgumentException($"{name} is in {value.Currency}, the orders in {contribution.Currency}; convert it at a named rate and date first.", nameof(spend));
            }
        }

        if (spend.FirstOrDefault(s => s.Value.IsNegative) is { Key: { } negative })
        {
            throw new ArgumentException($"The spend of {negative} is negative.", nameof(spend));
        }

        int end = DayNumber.Of(until);
        return
        [
            .. Enumerable.Range(0, contribution.CustomerCount)
                .Where(c => contribution.Orders.Days[contribution.Orders.Starts[c]] <= end)
                .GroupBy(c => groupOf.GetValueOrDefault(contribution.CustomerId(c), Unknown), StringComparer.Ordinal)
                .Select(g => Group(g.Key, [.. g], contribution, spend, end, months, expected))
                .OrderByDescending(g => g.Customers).ThenBy(g => g.Group, StringComparer.Ordinal),
        ];
    }

    private static AcquisitionGroup Group(string name, int[] customers, CustomerOrders orders, IReadOnlyDictionary<string, Money> spend, int end, int months, IReadOnlyDictionary<string, Money>? expected)
    {
        decimal[] sums = new decimal[months];
        int[] counts = new int[months];
        decimal all = 0;
        foreach (int c in customers)
        {
            LocalDate first = DayNumber.ToDate(orders.Orders.Days[orders.Orders.Starts[c]]);
            all += Until(orders, c, end);
            for (int k = 0; k < months && DayNumber.Of(first.PlusMonths(k + 1)) - 1 is var last && last <= end; k++)
            {
                counts[k]++;
                sums[k] += Until(orders, c, last);
            }
        }

        Money Mean(decimal sum, int count) => new Money(sum, orders.Currency).Divide(count, MoneyRounding.HalfEven);
        return new AcquisitionGroup(
            name, customers.Length, spend.TryGetValue(name, out Money cost) ? cost.Divide(customers.Length, MoneyRounding.HalfEven) : null, Mean(all, customers.Length),
            expected is null ? null : Mean(customers.Sum(c => expected.TryGetValue(orders.CustomerId(c), out Money value) ? value.Amount : 0), customers.Length),
            [.. Enumerable.Range(0, months).TakeWhile(k => counts[k] > 0).Select(k => new AcquisitionMonth(k + 1, counts[k], Mean(sums[k], counts[k])))]);
    }

    private static decimal Until(CustomerOrders orders, int customer, int day) =>
        orders.ToMoney(Sum(orders.Orders, customer, day) - (orders.Refunds is { } refunds ? Sum(refunds, customer, day) : 0)).Amount;

    private static long Sum(OrderColumns rows, int customer, int day)
    {
        long sum = 0;
        for (int i = rows.Starts[customer]; i < rows.Starts[customer + 1] && rows.Days[i] <= day; i++)
        {
            sum += rows.Amounts[i];
        }

        return sum;
    }
}
