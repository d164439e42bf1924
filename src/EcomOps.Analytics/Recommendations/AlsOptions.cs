namespace EcomOps.Analytics.Recommendations;

/// <summary>Settings of <see cref="ImplicitAls"/>.</summary>
public sealed record AlsOptions
{
    /// <summary>Length of a factor, 1 to 512; 32 by default.</summary>
    public int Factors { get; init; } = 32;

    /// <summary>Rounds over customers and items, 1 or more; 12 by default.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>alpha: a purchase counts with confidence 1 + alpha, everything else with 1; above 0, 10 by default.</summary>
    public double Alpha { get; init; } = 10;

    /// <summary>lambda: draws factors towards 0; above 0, 5 by default.</summary>
    public double Regularisation { get; init; } = 5;

    /// <summary>Seed of the starting factors.</summary>
    public int Seed { get; init; } = 1;

    internal void Require()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Factors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Factors, 512);
        ArgumentOutOfRangeException.ThrowIfLessThan(Rounds, 1);
        if (!(Alpha > 0 && double.IsFinite(Alpha) && Regularisation > 0 && double.IsFinite(Regularisation)))
        {
            throw new ArgumentException("Alpha and regularisation must be above 0 and finite.");
        }
    }
}
