namespace EcomOps.Analytics.Promotions;

/// <summary>A number of units that was not observed but estimated.</summary>
/// <param name="Units">Estimate.</param>
/// <param name="StandardError">Standard error, 0 or more.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
public sealed record UnitEstimate(double Units, double StandardError, double Low, double High)
{
    /// <summary>Nothing, with certainty.</summary>
    public static UnitEstimate None { get; } = new(0, 0, 0, 0);

    // The difference of two estimates with independent errors.
    internal UnitEstimate Less(UnitEstimate other, double z)
    {
        double units = Units - other.Units, error = Math.Sqrt((StandardError * StandardError) + (other.StandardError * other.StandardError));
        return new UnitEstimate(units, error, units - (z * error), units + (z * error));
    }
}
