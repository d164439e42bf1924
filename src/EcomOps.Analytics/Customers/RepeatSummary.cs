namespace EcomOps.Analytics.Customers;

/// <summary>One customer's purchase history as lifetime-value models see it, or several customers with the same history.</summary>
/// <param name="Frequency">Repeat purchase days after the first, x; 0 or more. Several orders on one day are one purchase.</param>
/// <param name="Recency">Time from the first to the last purchase, t_x; 0 when there is no repeat.</param>
/// <param name="Age">Time from the first purchase to the end of observation, T; at least <paramref name="Recency"/>.</param>
/// <param name="Weight">Number of customers with this history; above 0.</param>
public readonly record struct RepeatSummary(int Frequency, double Recency, double Age, double Weight = 1)
{
    internal bool IsHistory => Frequency >= 0 && Recency >= 0 && Age >= Recency && double.IsFinite(Age);

    // One comparison chain a call: models are asked for millions of customers.
    internal void Require()
    {
        if (!IsHistory)
        {
            throw new ArgumentException(Impossible, "customer");
        }
    }

    internal string Impossible => $"({Frequency}, {Recency}, {Age}, weight {Weight}) is no purchase history: frequency >= 0, 0 <= recency <= age and weight > 0 are needed, all finite.";
}
