using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting.Internal;

namespace EcomOps.Inventory.Forecasting;

/// <summary>
/// Daily retail demand with known influences: promotions, price, holidays, weather or any named series. Seasons of week and year; effects
/// of an item are drawn towards those of its assortment as far as its own history is silent; stock-outs are lower bounds, not sales.
/// </summary>
/// <remarks>
/// <para>
/// The mean of three models that fail differently: a negative binomial regression with logarithmic link and a short memory (weights halve
/// in 30 days), a quasi-Poisson one with a longer memory (120 days), and the recent mean of days in the same state of promotion (28 days),
/// corrected for weekday, price and signals. Levels adapt by the ratio of recent sales to the fitted ones. The prior of every effect (mean
/// and variance over the items) is found by expectation maximisation, as in Morris (1983), Parametric empirical Bayes inference, JASA 78;
/// demand of a censored day is its expectation given that it reached the sales (Dempster, Laird and Rubin 1977).
/// </para>
/// <para>
/// Made for days. For weeks and months the memories are 13 and 52 weeks, 12 and 36 months, and there is no separate season of the year.
/// Two years of days, four of weeks, ten of months are used. The result does not depend on the number of processors. Immutable, thread-safe.
/// </para>
/// <para>
/// Issues (warnings): those of every history (<c>no_history</c>, <c>no_demand</c>, <c>short_history</c>, <c>negative_demand</c>,
/// <c>missing_periods</c>, <c>stock_outs_corrected</c>); <c>regressor_not_finite</c> (the value before it is taken), <c>regressor_misses_horizon</c>
/// (no promotion or event, the last price, the mean of a signal is taken), <c>regressor_too_long</c>, <c>regressor_misses_history</c> (not used),
/// <c>price_not_positive</c> (as not finite), <c>duplicate_regressor</c> (only the first is used).
/// </para>
/// </remarks>
public sealed class RetailForecaster : IForecaster
{
    internal RetailForecaster()
    {
    }

    /// <inheritdoc />
    public string Name => "Retail";

    /// <summary>Forecasts one series by its seasons alone.</summary>
    /// <param name="series">The history.</param>
    /// <param name="horizon">Number of periods; 1 or more.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is below 1.</exception>
    public Forecast Forecast(DemandSeries series, int horizon) => Forecast(new RetailItem("item", series), horizon).Forecast;

    /// <summary>Forecasts one item with its regressors. An assortment at once is more accurate, because its items teach each other.</summary>
    /// <param name="item">The item.</param>
    /// <param name="horizon">Number of periods; 1 or more.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is below 1.</exception>
    public RetailForecast Forecast(RetailItem item, int horizon) => Forecast([item], horizon)[0];

    /// <summary>Forecasts an assortment.</summary>
    /// <param name="items">The items; any number.</param>
    /// <param name="horizon">Number of periods; 1 or more.</param>
    /// <returns>One forecast for each item, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is below 1.</exception>
    public IReadOnlyList<RetailForecast> Forecast(IReadOnlyList<RetailItem> items, int horizon)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        return RetailModel.Forecast(Name, items, horizon);
    }
}
