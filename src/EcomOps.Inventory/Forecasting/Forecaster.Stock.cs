using EcomOps.Inventory.Forecasting.Internal;

namespace EcomOps.Inventory.Forecasting;

public static partial class Forecaster
{
    /// <summary>
    /// The forecaster for stock: candidates by class of demand are judged on the past by the pinball loss of the demand of the protection
    /// interval at the service level, which is proportional to the cost of holding and back-orders. <see cref="Automatic"/> wins
    /// unless another is better by more than one standard error. Never a point error: on rare demand the forecast 0 would win it.
    /// </summary>
    /// <param name="serviceLevel">Cycle service level, in (0, 1).</param>
    /// <param name="protectionInterval">Lead time and review together, in periods of the series; 1 or more.</param>
    /// <returns>The forecaster; its explanation gives every candidate's figure. A history too short for three origins takes <see cref="Automatic"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static IForecaster ForStock(double serviceLevel, int protectionInterval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(protectionInterval, 1);
        return serviceLevel is > 0 and < 1
            ? new StockForecaster(serviceLevel, protectionInterval)
            : throw new ArgumentOutOfRangeException(nameof(serviceLevel), serviceLevel, "The service level must lie between 0 and 1, both excluded.");
    }
}
