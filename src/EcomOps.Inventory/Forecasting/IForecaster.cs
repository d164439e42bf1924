using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting;

/// <summary>Makes a probabilistic forecast of one demand series. Those of this package come from <see cref="Forecaster"/>; a host may add its own.</summary>
/// <remarks>
/// Contract for implementations: a pure function of its arguments (the same series gives the same forecast, on any thread), never a
/// NaN, and a defined answer for every series, also an empty one or one of zeros (an <see cref="EcomOps.Core.Issue"/> says what was
/// wrong with it).
/// </remarks>
public interface IForecaster
{
    /// <summary>Short name, as the field calls it: <c>Theta</c>, <c>Croston</c> ...</summary>
    string Name { get; }

    /// <summary>Forecasts the periods after the end of a series.</summary>
    /// <param name="series">The history.</param>
    /// <param name="horizon">Number of periods to forecast; 1 or more.</param>
    /// <returns>Distributions per period and for the total of the first n periods.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is below 1.</exception>
    Forecast Forecast(DemandSeries series, int horizon);
}
