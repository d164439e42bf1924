using EcomOps.Inventory.Forecasting.Internal;

namespace EcomOps.Inventory.Forecasting;

/// <summary>The forecasters of this package.</summary>
/// <remarks>All are immutable and thread-safe.</remarks>
public static partial class Forecaster
{
    /// <summary>
    /// The default for every series: a fixed combination chosen by the class of demand, quick enough for a whole assortment. Rare
    /// demand: a slowly forgetting mean (TSB once demand stays away) with a negative binomial; regular demand: the mean of Theta, Theta on the logarithms and the
    /// exponential smoothing family weighted by AICc, with ARIMA from 150 periods on.
    /// </summary>
    public static IForecaster Automatic { get; } = new AutomaticForecaster();

    /// <summary>The last value.</summary>
    public static IForecaster Naive { get; } = new PathForecaster("Naive", 0, static (y, _, h) => SimpleModels.Naive(y, h));

    /// <summary>The value of the same period of the last season.</summary>
    public static IForecaster SeasonalNaive { get; } = new PathForecaster("Seasonal naive", 0, SimpleModels.SeasonalNaive);

    /// <summary>The last value, going on by the mean change of the history.</summary>
    public static IForecaster Drift { get; } = new PathForecaster("Drift", 1, static (y, _, h) => SimpleModels.Drift(y, h));

    /// <summary>The mean of the history.</summary>
    public static IForecaster Mean { get; } = new RateForecaster("Mean", static y => IntermittentModels.Mean(y));

    /// <summary>Simple exponential smoothing of the seasonally adjusted history; parameter and starting level by least squares.</summary>
    public static IForecaster Ses { get; } = new PathForecaster("SES", 2, static (y, m, h) => SimpleModels.Adjusted(y, m, h, static (x, n) => Smoothing.Simple(x, n)));

    /// <summary>Holt's linear trend on the seasonally adjusted history.</summary>
    public static IForecaster Holt { get; } = new PathForecaster("Holt", 4, static (y, m, h) => SimpleModels.Adjusted(y, m, h, static (x, n) => Smoothing.Trend(x, n, damped: false)));

    /// <summary>Damped trend (Gardner and McKenzie 1985) on the seasonally adjusted history.</summary>
    public static IForecaster Damped { get; } = new PathForecaster("Damped trend", 5, static (y, m, h) => SimpleModels.Adjusted(y, m, h, static (x, n) => Smoothing.Trend(x, n, damped: true)));

    /// <summary>Additive Holt-Winters; without a season, or with less than two of them, Holt's linear trend.</summary>
    public static IForecaster HoltWinters { get; } = new PathForecaster("Holt-Winters", 5, static (y, m, h) =>
        m > 1 && EtsModel.Fit(y, m, new EtsForm('A', 'A', false, 'A'), EtsStart.Of(y, m, 'A'), h) is { } path ? path : Smoothing.Trend(y, h, damped: false));

    /// <summary>The exponential smoothing form with the lowest AICc (seasons up to 24 periods); Theta when the history is too short for any.</summary>
    public static IForecaster Ets { get; } = new PathForecaster("ETS", 4, static (y, m, h) => AutomaticEts.Best(y, m, h) ?? ThetaModel.Fit(y, h));

    /// <summary>Theta method (Assimakopoulos and Nikolopoulos 2000) with a multiplicative season where the autocorrelation test finds one.</summary>
    public static IForecaster Theta { get; } = new PathForecaster("Theta", 3, static (y, m, h) => SimpleModels.Adjusted(y, m, h, static (x, n) => ThetaModel.Fit(x, n)));

    /// <summary>Theta method with the theta coefficient estimated with the smoothing parameter (Fiorucci and others 2016), theta from 1 to 8.</summary>
    public static IForecaster OptimisedTheta { get; } = new PathForecaster("Optimised Theta", 4, static (y, m, h) => SimpleModels.Adjusted(y, m, h, static (x, n) => ThetaModel.Optimised(x, n)));

    /// <summary>Seasonal ARIMA chosen by a bounded stepwise AICc search: p, q up to 3, P, Q up to 1, conditional least squares, the last 300 values.</summary>
    public static IForecaster Arima { get; } = new PathForecaster("ARIMA", 4, static (y, m, h) => AutomaticArima.Best(y, m, h) ?? ThetaModel.Fit(y, h));

    /// <summary>Daily retail demand with promotions, prices, holidays and signals known over the horizon; learns an assortment together.</summary>
    public static RetailForecaster Retail { get; } = new();

    /// <summary>Rare demand: a slowly forgetting mean and a negative binomial whose spread is drawn towards a prior.</summary>
    public static IForecaster NegativeBinomial { get; } = new RareForecaster();

    /// <summary>Rare demand without a family: totals as they were seen in the history.</summary>
    public static IForecaster EmpiricalSums { get; } = new BootstrapForecaster();

    /// <summary>ADIDA: simple smoothing of sums over blocks of one mean demand interval.</summary>
    public static IForecaster Adida { get; } = new RateForecaster("ADIDA", static y => SimpleModels.Aggregated(y, SimpleModels.MeanInterval(y)));

    /// <summary>iMAPA: the mean of such forecasts over all block lengths up to the mean demand interval.</summary>
    public static IForecaster Imapa { get; } = new RateForecaster("iMAPA", SimpleModels.AggregatedAtAllLevels);

    /// <summary>Simple smoothing with a fixed parameter that starts at the first value.</summary>
    /// <param name="alpha">In (0, 1].</param>
    /// <returns>The forecaster.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is outside its range.</exception>
    public static IForecaster SimpleSmoothing(double alpha) => new RateForecaster("SES", Fixed(alpha, nameof(alpha), static (y, a) => IntermittentModels.Smoothed(y, a)));

    /// <summary>Croston's method: size and interval smoothed at demands only. Biased upwards; see <see cref="SyntetosBoylan"/>.</summary>
    /// <param name="alpha">In (0, 1]; default 0.1.</param>
    /// <returns>The forecaster.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is outside its range.</exception>
    public static IForecaster Croston(double alpha = 0.1) => new RateForecaster("Croston", Fixed(alpha, nameof(alpha), static (y, a) => IntermittentModels.Croston(y, a)));

    /// <summary>SBA: Croston times <c>1 - alpha / 2</c>.</summary>
    /// <param name="alpha">In (0, 1]; default 0.1.</param>
    /// <returns>The forecaster.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is outside its range.</exception>
    public static IForecaster SyntetosBoylan(double alpha = 0.1) => new RateForecaster("SBA", Fixed(alpha, nameof(alpha), static (y, a) => IntermittentModels.SyntetosBoylan(y, a)));

    /// <summary>TSB: the probability of demand is updated in every period, so the rate falls while demand stays away.</summary>
    /// <param name="sizeAlpha">Of the size, in (0, 1]; default 0.1.</param>
    /// <param name="probabilityAlpha">Of the probability, in (0, 1]; default 0.1.</param>
    /// <returns>The forecaster.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static IForecaster TeunterSyntetosBabai(double sizeAlpha = 0.1, double probabilityAlpha = 0.1)
    {
        Valid(probabilityAlpha, nameof(probabilityAlpha));
        return new RateForecaster("TSB", Fixed(sizeAlpha, nameof(sizeAlpha), (y, a) => IntermittentModels.TeunterSyntetosBabai(y, a, probabilityAlpha)));
    }

    /// <summary>
    /// A new product by similar ones: their common launch curve at the level that the new product's first periods show. The level is drawn
    /// towards the analogues' mean while these periods say little: credibility <c>m v / (m v + d)</c> with m the demand expected in them at the mean
    /// level, v the variance of the analogues' levels, d their noise (variance over mean), after Buehlmann and Straub (1970).
    /// </summary>
    /// <param name="analogues">
    /// Histories of similar items from their launch on, in periods as long as those of the new product. Leading missing periods are skipped, leading zeros
    /// count; stock-outs are left out. Any number; three or more are better.
    /// </param>
    /// <returns>
    /// A forecaster for series that begin at the launch, also an empty one. Its spread holds the analogues' noise, the spread of their levels and the doubt
    /// about the curve; few analogues are helped by a prior (coefficient of variation one half, with the weight of two). Issues (warnings):
    /// <c>no_analogues</c> (then <see cref="Automatic"/> is taken), <c>few_analogues</c>, <c>analogues_too_short</c>.
    /// </returns>
    public static IForecaster ByAnalogues(IEnumerable<Demand.DemandSeries> analogues)
    {
        ArgumentNullException.ThrowIfNull(analogues);
        return new AnalogueForecaster(analogues);
    }

    /// <summary>The mean of several forecasters: the linear pool of their distributions (Stone 1961), each with the same weight.</summary>
    /// <param name="members">At least one.</param>
    /// <returns>The combination. Its mean is the mean of the means; where members disagree, it is less certain than they are.</returns>
    /// <exception cref="ArgumentException">No member, or one is null.</exception>
    public static IForecaster Combine(params IReadOnlyList<IForecaster> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new CombinedForecaster([.. members.Select(m => (m, 1.0))], median: false);
    }

    /// <summary>The weighted mean of several forecasters: the linear pool of their distributions.</summary>
    /// <param name="members">Forecasters and weights; weights are finite, 0 or more, with a sum above 0, and are scaled to 1. Those of weight 0 are not run.</param>
    /// <returns>The combination.</returns>
    /// <exception cref="ArgumentException">No member has a weight above 0, a weight is negative or not finite, or a member is null.</exception>
    public static IForecaster CombineWeighted(params IReadOnlyList<(IForecaster Member, double Weight)> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new CombinedForecaster(members, median: false);
    }

    /// <summary>
    /// The median of several forecasters, which one member that runs away cannot move. The distribution of a period is that of the member whose
    /// mean is the median (of an even number, the linear pool of the two in the middle); totals follow the sum of the medians.
    /// </summary>
    /// <param name="members">At least one.</param>
    /// <returns>The combination.</returns>
    /// <exception cref="ArgumentException">No member, or one is null.</exception>
    public static IForecaster CombineMedian(params IReadOnlyList<IForecaster> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new CombinedForecaster([.. members.Select(m => (m, 1.0))], median: true);
    }

    private static Func<double[], double> Fixed(double alpha, string name, Func<double[], double, double> rate)
    {
        Valid(alpha, name);
        return y => rate(y, alpha);
    }

    private static void Valid(double alpha, string name)
    {
        if (!(alpha is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, alpha, "A smoothing parameter must lie in (0, 1].");
        }
    }
}
