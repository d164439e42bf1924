namespace EcomOps.Inventory.Replenishment;

/// <summary>A service promise. Cycle service, fill rate and ready rate are different promises and need different stock.</summary>
/// <remarks>Closed; equality by kind and value.</remarks>
public abstract record ServiceLevel
{
    private ServiceLevel(double target)
    {
        if (!(target is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(target), target, "A service target must lie between 0 and 1, both excluded: 100 % would need infinite stock. 0.99 is a high target already.");
        }

        Target = target;
    }

    /// <summary>The promised share, in (0, 1).</summary>
    public double Target { get; }

    /// <summary>Cycle service level (type 1): probability of no stock-out in an order cycle.</summary>
    /// <param name="target">In (0, 1), both ends excluded.</param>
    /// <returns>The promise.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside its range.</exception>
    public static ServiceLevel Cycle(double target) => new CycleService(target);

    /// <summary>Fill rate (type 2): share of units served from stock.</summary>
    /// <param name="target">In (0, 1), both ends excluded.</param>
    /// <returns>The promise.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside its range.</exception>
    public static ServiceLevel FillRate(double target) => new FillRateService(target);

    /// <summary>Ready rate: share of time with stock on hand.</summary>
    /// <param name="target">In (0, 1), both ends excluded.</param>
    /// <returns>The promise.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside its range.</exception>
    public static ServiceLevel ReadyRate(double target) => new ReadyRateService(target);

    /// <summary>The cycle service that is cheapest when a unit short costs p and a unit left over h: <c>p / (p + h)</c>.</summary>
    /// <param name="shortageCost">Money per unit short, p; above 0.</param>
    /// <param name="holdingCost">Money per unit left at the end of the cycle, h; above 0.</param>
    /// <returns>A cycle service level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cost is not above 0.</exception>
    public static ServiceLevel FromCosts(double shortageCost, double holdingCost)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shortageCost);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(holdingCost);
        return Cycle(shortageCost / (shortageCost + holdingCost));
    }

    /// <summary>The promise in words.</summary>
    /// <returns>For example <c>97 % cycle service</c>.</returns>
    public sealed override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100 * Target:0.##} % {Word}");

    private protected abstract string Word { get; }

    internal sealed record CycleService(double Share) : ServiceLevel(Share)
    {
        private protected override string Word => "cycle service";
    }

    internal sealed record FillRateService(double Share) : ServiceLevel(Share)
    {
        private protected override string Word => "fill rate";
    }

    internal sealed record ReadyRateService(double Share) : ServiceLevel(Share)
    {
        private protected override string Word => "ready rate";
    }
}
