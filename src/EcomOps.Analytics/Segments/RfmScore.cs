using EcomOps.Core;

namespace EcomOps.Analytics.Segments;

/// <summary>One customer's values and scores; 1 is the worst score.</summary>
/// <param name="CustomerId">Customer.</param>
/// <param name="RecencyDays">Whole days from the last order to the day of scoring; 0 or more.</param>
/// <param name="Frequency">Orders or purchase days, as the options say; 1 or more.</param>
/// <param name="Monetary">Value of all orders up to the day, less refunds.</param>
/// <param name="R">Recency score; the most recent customers score highest.</param>
/// <param name="F">Frequency score.</param>
/// <param name="M">Monetary score.</param>
public readonly record struct RfmScore(string CustomerId, int RecencyDays, int Frequency, Money Monetary, int R, int F, int M)
{
    /// <summary>The three scores as one number, for example 555.</summary>
    public int Cell => (100 * R) + (10 * F) + M;
}
