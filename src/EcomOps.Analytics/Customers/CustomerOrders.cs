using System.Globalization;
using EcomOps.Analytics.Customers.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Customers;

/// <summary>Orders in columns, sorted by customer and day: the base of RFM, cohorts and lifetime value.</summary>
/// <remarks>
/// Twelve bytes an order (day number and amount) and four a customer beside the ids. Amounts are held as whole numbers of
/// 10^-<see cref="AmountDigits"/> of the currency, so sums are exact; finer amounts are rounded half to even when added.
/// Immutable and thread-safe.
/// </remarks>
public sealed class CustomerOrders
{
    internal CustomerOrders(string[]? ids, OrderColumns orders, OrderColumns? refunds, Currency currency, IReadOnlyList<Issue> issues, long leftOut)
    {
        Labels = new CustomerLabels(ids, currency);
        Orders = orders;
        Refunds = refunds;
        Issues = issues;
        LeftOut = leftOut;
        (FirstDayNumber, LastDayNumber) = orders.DayRange();
    }

    /// <summary>Currency of all amounts.</summary>
    public Currency Currency => Labels.Currency;

    /// <summary>Digits after the decimal point that amounts keep: the currency's minor digits and two more.</summary>
    public int AmountDigits => Labels.AmountDigits;

    /// <summary>Customers with at least one order.</summary>
    public int CustomerCount => Orders.Starts.Length - 1;

    /// <summary>Orders, refunds not counted.</summary>
    public int OrderCount => Orders.Days.Length;

    /// <summary>Day of the first order; null without orders.</summary>
    public LocalDate? FirstDay => OrderCount == 0 ? null : DayNumber.ToDate(FirstDayNumber);

    /// <summary>Day of the last order; null without orders.</summary>
    public LocalDate? LastDay => OrderCount == 0 ? null : DayNumber.ToDate(LastDayNumber);

    /// <summary>What was left out and why; the first hundred.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>Number of rows left out.</summary>
    public long LeftOut { get; }

    internal CustomerLabels Labels { get; }

    internal OrderColumns Orders { get; }

    internal OrderColumns? Refunds { get; }

    internal int FirstDayNumber { get; }

    internal int LastDayNumber { get; }

    /// <summary>Sorts orders by customer and day.</summary>
    /// <param name="orders">Orders and refunds in any sequence.</param>
    /// <param name="zone">Zone of the business day.</param>
    /// <param name="currency">Currency of the store.</param>
    /// <param name="idOrder">Order of ids, which breaks ties.</param>
    /// <returns>The store; see <see cref="Issues"/> for what was left out.</returns>
    public static CustomerOrders From(IEnumerable<CustomerOrder> orders, DateTimeZone zone, Currency currency, CustomerIdOrder idOrder = CustomerIdOrder.Text)
    {
        ArgumentNullException.ThrowIfNull(orders);
        var builder = new CustomerOrdersBuilder(zone, currency, idOrder);
        foreach (CustomerOrder order in orders)
        {
            builder.Add(order);
        }

        return builder.Build();
    }

    /// <summary>Takes columns of unsorted rows whose customers are already numbered: the fast way in for millions of orders.</summary>
    /// <param name="customers">Customer numbers, each from 0 to <paramref name="customerCount"/> - 1; every number must occur.</param>
    /// <param name="days">Days since 1970-01-01, one per row.</param>
    /// <param name="amounts">Amounts in units of 10^-<see cref="AmountDigits"/> of the currency, one per row.</param>
    /// <param name="customerCount">Number of customers; 0 or more.</param>
    /// <param name="currency">Currency.</param>
    /// <returns>A store whose customer ids are the numbers.</returns>
    /// <exception cref="ArgumentException">The columns differ in length, a number is out of range, or a customer has no row.</exception>
    public static CustomerOrders FromColumns(int[] customers, int[] days, long[] amounts, int customerCount, Currency currency)
    {
        CheckColumns(customers, days, amounts);
        OrderColumns columns = OrderPartition.Sort(customers, days, amounts, customerCount);
        for (int c = 0; c < customerCount; c++)
        {
            if (columns.Starts[c] == columns.Starts[c + 1])
            {
                throw new ArgumentException(WithoutRow(c), nameof(customers));
            }
        }

        return new CustomerOrders(null, columns, null, currency, [], 0);
    }

    /// <summary>Id of a customer by position.</summary>
    /// <param name="index">0 to <see cref="CustomerCount"/> - 1, in id order.</param>
    /// <returns>The id.</returns>
    public string CustomerId(int index) => Labels.IdOf(index);

    /// <summary>Position of a customer.</summary>
    /// <param name="customerId">Id.</param>
    /// <returns>Position, or -1 when the customer has no order.</returns>
    public int IndexOf(string customerId)
    {
        if (Labels.Ids is null)
        {
            return int.TryParse(customerId, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < CustomerCount ? number : -1;
        }

        return Array.IndexOf(Labels.Ids, customerId);
    }

    internal static void CheckColumns(int[] customers, int[] days, long[] amounts)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(amounts);
        if (customers.Length != days.Length || customers.Length != amounts.Length)
        {
            throw new ArgumentException("The three columns must have the same length.", nameof(days));
        }
    }

    internal static string WithoutRow(int customer) => $"Customer {customer} has no row; number customers without gaps.";

    internal static int ScaleOf(Currency currency) => currency.MinorUnits + 2;

    internal Money ToMoney(long scaled) => Labels.ToMoney(scaled);

}
