namespace EcomOps.Analytics.Experiments;

/// <summary>An interval; both ends inclusive.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct ConfidenceInterval(double Low, double High)
{
    /// <summary>Whether a value lies inside.</summary>
    /// <param name="value">Value.</param>
    /// <returns>True at the ends too.</returns>
    public bool Contains(double value) => value >= Low && value <= High;
}
