using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Forecasting.Internal;

namespace EcomOps.Inventory.Forecasting;

public static partial class Forecaster
{
    /// <summary>
    /// The forecaster for stock, by service: candidates are judged on the past by the pinball loss of the demand of the protection
    /// interval at the service level, which is proportional to the cost of holding and back-orders. The first candidate wins
    /// unless another is better by more than two standard errors and more than the first one's own distribution, counted as <c>1 / (1 - level)</c> intervals, speaks against it: a short past
    /// cannot show what happens once in a hundred intervals. Never a point error: on rare demand the forecast 0 would win it.
    /// </summary>
    /// <param name="serviceLevel">Cycle service level, in (0, 1).</param>
    /// <param name="protectionInterval">Lead time and review together, in periods of the series; 1 or more.</param>
    /// <param name="candidates">Who is judged, the usual one first; null (the default) for <see cref="Automatic"/> and four others by class of demand.</param>
    /// <returns>The forecaster; its explanation gives every candidate's figure. A history too short for three origins takes the first candidate. One that forecasts nothing where demand was seen is passed over.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException">There is no candidate, or one is null.</exception>
    public static IForecaster ForStock(double serviceLevel, int protectionInterval, IReadOnlyList<IForecaster>? candidates = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(protectionInterval, 1);
        return new ChoosingForecaster("For stock", new PinballTrial(Share(serviceLevel), protectionInterval), Named(candidates));
    }

    /// <summary>
    /// The forecaster for stock, by cost: in the second half of the history the levels of each candidate are run through a stock simulation. Candidates whose levels covered the demand of
    /// their protection interval less often than promised, by more than chance (two standard errors), are passed over where another keeps the promise; of the rest the cheapest is taken, and the first candidate stays unless beaten by more
    /// than two standard errors and more than its own distribution, counted as <c>1 / (1 - level)</c> intervals, speaks against the other.
    /// </summary>
    /// <param name="terms">Holding and shortage cost, lead time, review, and whether unserved demand is lost.</param>
    /// <param name="serviceLevel">
    /// Cycle service level of the levels, in (0, 1); null (the default) for <c>p / (p + h)</c> of the terms, the cheapest one where back-orders are charged per period and stock is reviewed in
    /// every period. Lost sales are cheaper at a lower level (<see cref="Policies.LostSalesPolicy"/>).
    /// </param>
    /// <param name="candidates">Who is judged, the usual one first; null (the default) for <see cref="Automatic"/> and four others by class of demand.</param>
    /// <returns>
    /// The forecaster; its explanation gives cost, service, fill and stock of every candidate. Each is fitted six times on the past. When less than three protection intervals can be judged, the
    /// first candidate is taken. One that forecasts nothing where demand was seen is passed over.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The service level is outside its range, or none is given and a cost of the terms is 0.</exception>
    /// <exception cref="ArgumentException">There is no candidate, or one is null.</exception>
    public static IForecaster ForStock(StockSimulation terms, double? serviceLevel = null, IReadOnlyList<IForecaster>? candidates = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        double level = serviceLevel ?? (terms.ShortageCost / (terms.ShortageCost + terms.HoldingCost));
        return new ChoosingForecaster("For stock", new CostTrial(terms, Share(level)), Named(candidates));
    }

    /// <summary>
    /// The forecaster for volumes (capacity, revenue), by point error: candidates are judged by the squared scaled error (RMSSE) of the next periods at six past origins. Refused for rare
    /// demand, where the forecast 0 would win it.
    /// </summary>
    /// <param name="judgedPeriods">Periods ahead that are judged; 1 or more.</param>
    /// <param name="candidates">Who is judged, the usual one first; null (the default) for <see cref="Automatic"/> and four others by class of demand.</param>
    /// <returns>
    /// The forecaster. A series with more than 40 % of periods without demand gets <see cref="Automatic"/> with the issue <c>point_error_refused</c>, which names the remedy. A history too
    /// short for an origin takes the first candidate.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    /// <exception cref="ArgumentException">There is no candidate, or one is null.</exception>
    public static IForecaster ForVolume(int judgedPeriods, IReadOnlyList<IForecaster>? candidates = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(judgedPeriods, 1);
        return new ChoosingForecaster("For volume", new PointTrial(judgedPeriods), Named(candidates));
    }

    private static double Share(double serviceLevel) => serviceLevel is > 0 and < 1
        ? serviceLevel
        : throw new ArgumentOutOfRangeException(nameof(serviceLevel), serviceLevel, "The service level must lie between 0 and 1, both excluded; 100 % would need infinite stock.");

    private static IForecaster[]? Named(IReadOnlyList<IForecaster>? candidates) => candidates is null ? null
        : candidates.Count > 0 && candidates.All(static c => c is not null) ? [.. candidates]
        : throw new ArgumentException("Name at least one candidate, and none that is null; or leave the candidates out for the usual ones.", nameof(candidates));
}
