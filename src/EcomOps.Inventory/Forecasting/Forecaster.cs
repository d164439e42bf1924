using EcomOps.Inventory.Forecasting.Internal;

namespace EcomOps.Inventory.Forecasting;

/// <summary>The forecasters of this package.</summary>
/// <remarks>All are immutable and thread-safe.</remarks>
public static class Forecaster
{
    /// <summary>
    /// The default for every series: a fixed combination chosen by the class of demand, quick enough for a whole assortment. Rare
    /// demand: long-run mean and TSB with a negative binomial; regular demand: Theta, simple smoothing and damped trend on the
    /// seasonally adjusted history.
    /// </summary>
    public static IForecaster Automatic { get; } = new AutomaticForecaster();
}
