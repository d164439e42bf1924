using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Customers.Internal;
using EcomOps.Analytics.Segments.Internal;
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
    /// <exception cref="ArgumentException">The levels are not 2 to 9, or fixed scoring lacks ascending cuts.</exception>
    public static RfmScores Score(CustomerOrders orders, LocalDate asOf, RfmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(orders);
        options ??= new RfmOptions();
        Check(options);
        RfmValues values = RfmValues.Collect(orders, DayNumber.Of(asOf), options.Frequency);
        RfmScorer scorer = new(options, orders);
        (byte[] r, int rLevels) = scorer.Recency(values.RecencyDays);
        (byte[] f, int fLevels) = scorer.Frequency(values.Frequency);
        (byte[] m, int mLevels) = scorer.Monetary(values.Monetary);
        return new RfmScores(orders, asOf, options, values, r, f, m, new RfmLevels(rLevels, fLevels, mLevels));
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
            throw new ArgumentException("Cuts must be 1 to 8 values in ascending order.", nameof(options));
        }
    }

    private static bool Ascends<T>(IReadOnlyList<T> cuts)
        where T : IComparable<T> => cuts.Count is >= 1 and <= 8 && Enumerable.Range(1, cuts.Count - 1).All(i => cuts[i - 1].CompareTo(cuts[i]) < 0);
}
