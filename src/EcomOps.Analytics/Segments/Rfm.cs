using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Customers.Internal;
using EcomOps.Analytics.Segments.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Segments;

/// <summary>Scores customers by recency, frequency and monetary value.</summary>
/// <remarks>Pure and thread-safe. Recency ranks by days, the longest first; frequency and monetary value ascending; ties by customer id ascending.</remarks>
public static class Rfm
{
    /// <summary>Scores every customer with an order up to a day.</summary>
    /// <param name="orders">Orders.</param>
    /// <param name="asOf">Day of scoring; orders and refunds up to and including it count.</param>
    /// <param name="options">Settings; ntile quintiles on orders when null.</param>
    /// <returns>Scores in customer order; empty when nobody had ordered by then.</returns>
    /// <exception cref="ArgumentException">The levels are not 2 to 9, or fixed scoring lacks cuts that do not fall.</exception>
    public static RfmScores Score(CustomerOrders orders, LocalDate asOf, RfmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(orders);
        options ??= new RfmOptions();
        Check(options);
        return From(orders.Labels, RfmValues.Collect(orders, DayNumber.Of(asOf), options.Frequency), asOf, options);
    }

    /// <summary>Scores customers from columns of unsorted rows in one pass, without the store that cohorts and lifetime value need.</summary>
    /// <param name="customers">Customer numbers, each from 0 to <paramref name="customerCount"/> - 1; every number must occur.</param>
    /// <param name="days">Days since 1970-01-01, one per row.</param>
    /// <param name="amounts">Amounts in units of 10^-(minor digits + 2) of the currency, one per row, as in <see cref="CustomerOrders.FromColumns"/>.</param>
    /// <param name="customerCount">Number of customers; 0 or more.</param>
    /// <param name="currency">Currency.</param>
    /// <param name="asOf">Day of scoring; orders up to and including it count.</param>
    /// <param name="options">Settings; ntile quintiles on orders when null.</param>
    /// <returns>The scores that <see cref="Score"/> gives for the same rows; the ids are the numbers.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Score"/> and <see cref="CustomerOrders.FromColumns"/>.</exception>
    /// <exception cref="OverflowException">A customer's amounts sum beyond 64 bits.</exception>
    public static RfmScores ScoreColumns(int[] customers, int[] days, long[] amounts, int customerCount, Currency currency, LocalDate asOf, RfmOptions? options = null)
    {
        options ??= new RfmOptions();
        Check(options);
        if (options.Frequency == RfmFrequencyBasis.PurchaseDays)
        {
            // Days of purchase are told apart only when the rows of a customer stand together.
            return Score(CustomerOrders.FromColumns(customers, days, amounts, customerCount, currency), asOf, options);
        }

        CustomerOrders.CheckColumns(customers, days, amounts);
        ArgumentOutOfRangeException.ThrowIfNegative(customerCount);
        return From(new CustomerLabels(null, currency), RfmRows.Collect(customers, days, amounts, customerCount, DayNumber.Of(asOf)), asOf, options);
    }

    private static RfmScores From(CustomerLabels labels, RfmValues values, LocalDate asOf, RfmOptions options)
    {
        RfmScorer scorer = new(options, labels.AmountDigits);
        (byte[] r, int rLevels) = scorer.Recency(values.RecencyDays);
        (byte[] f, int fLevels) = scorer.Frequency(values.Frequency);
        (byte[] m, int mLevels) = scorer.Monetary(values.Monetary);
        return new RfmScores(labels, asOf, options, values, r, f, m, new RfmLevels(rLevels, fLevels, mLevels));
    }

    private static void Check(RfmOptions options)
    {
        if (options.Levels is < 2 or > 9)
        {
            throw new ArgumentException("Levels must be 2 to 9.", nameof(options));
        }

        if (options.Scoring != RfmScoring.Fixed)
        {
            return;
        }

        RfmCuts cuts = options.Cuts ?? throw new ArgumentException("Fixed scoring needs Cuts.", nameof(options));
        if (!Ascends(cuts.RecencyDays) || !Ascends(cuts.Frequency) || !Ascends(cuts.Monetary))
        {
            throw new ArgumentException("Cuts must be 1 to 8 values, none below the one before.", nameof(options));
        }
    }

    private static bool Ascends<T>(IReadOnlyList<T> cuts)
        where T : IComparable<T> => cuts.Count is >= 1 and <= 8 && Enumerable.Range(1, cuts.Count - 1).All(i => cuts[i - 1].CompareTo(cuts[i]) <= 0);
}
