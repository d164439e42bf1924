using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting;

/// <summary>A probabilistic forecast: for every period ahead, and for the total of the first n periods, a distribution of demand.</summary>
/// <remarks>
/// The distribution of a total is not the sum of independent periods: errors of neighbouring periods go together, and what counts for
/// stock is the total over the lead time. Immutable and thread-safe; compared by reference.
/// </remarks>
public sealed partial class Forecast
{
    private readonly DemandDistribution[] _periods;
    private readonly DemandDistribution[] _totals;
    private readonly double[] _mean;

    internal Forecast(string model, DemandDistribution[] periods, DemandDistribution[] totals, double[] mean)
    {
        Model = model;
        _periods = periods;
        _totals = totals;
        _mean = mean;
    }

    /// <summary>Name of the forecaster, or of the combination that it chose.</summary>
    public string Model { get; }

    /// <summary>Number of periods ahead.</summary>
    public int Horizon => _periods.Length;

    /// <summary>Point forecast per period, in units: the expected value as the model sees it; 0 or more, finite.</summary>
    public IReadOnlyList<double> Mean => _mean;

    /// <summary>What the history is like, if the forecaster looked.</summary>
    public DemandProfile? Profile { get; init; }

    /// <summary>Length of a period.</summary>
    public DemandPeriod Period { get; init; }

    /// <summary>Why the model was chosen and what was done to the history, in words.</summary>
    public string Explanation { get; init; } = string.Empty;

    /// <summary>What was wrong with the history, and what was done about it.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    // Responses of later periods to a shock of one unit now; correlate the periods of a sampled path.
    internal double[] Impulse { get; init; } = [];

    /// <summary>Makes a forecast from distributions, for forecasters of a host.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="periods">Demand of each period ahead; at least one.</param>
    /// <param name="totals">Demand of the first n periods together, n from 1; as many as periods.</param>
    /// <param name="period">Length of a period; unspecified (the default) for a forecast without a calendar, which a plan in days cannot use.</param>
    /// <returns>The forecast, with the distributions' means as its point forecast.</returns>
    /// <exception cref="ArgumentException">No period, or another number of totals than periods.</exception>
    public static Forecast FromDistributions(string model, IReadOnlyList<DemandDistribution> periods, IReadOnlyList<DemandDistribution> totals, DemandPeriod period = DemandPeriod.Unspecified)
    {
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(totals);
        return periods.Count > 0 && periods.Count == totals.Count
            ? new Forecast(model, [.. periods], [.. totals], [.. periods.Select(p => p.Mean)]) { Period = period }
            : throw new ArgumentException("A forecast needs at least one period and a total for each.", nameof(totals));
    }

    /// <summary>Demand of one period ahead.</summary>
    /// <param name="step">1 for the next period, up to <see cref="Horizon"/>.</param>
    /// <returns>Its distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is outside the horizon.</exception>
    public DemandDistribution At(int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, Horizon);
        return _periods[step - 1];
    }

    /// <summary>Demand of the first periods together.</summary>
    /// <param name="periods">
    /// Number of periods, above 0; may be fractional (a part of a period is taken as a mixture of the whole numbers around it) and may
    /// exceed the horizon (the last forecast period is then taken to repeat, with its error going on to grow as within the horizon).
    /// </param>
    /// <returns>Its distribution; no demand at all for 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, not finite or above 10,000.</exception>
    public DemandDistribution Total(double periods)
    {
        if (!(periods is >= 0 and <= 10_000))
        {
            throw new ArgumentOutOfRangeException(nameof(periods), periods, "The number of periods must lie between 0 and 10,000.");
        }

        int whole = (int)Math.Floor(periods);
        double part = periods - whole;
        return part < 1e-9 ? WholeTotal(whole) : new MixtureDemand([(1 - part, WholeTotal(whole)), (part, WholeTotal(whole + 1))]);
    }

    /// <summary>Quantile of one period ahead.</summary>
    /// <param name="step">1 for the next period, up to <see cref="Horizon"/>.</param>
    /// <param name="probability">In (0, 1).</param>
    /// <returns>Units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double Quantile(int step, double probability) => At(step).Quantile(probability);

    /// <summary>The same quantile of every period ahead.</summary>
    /// <param name="probability">In (0, 1).</param>
    /// <returns>Units per period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public IReadOnlyList<double> Quantiles(double probability) => [.. _periods.Select(p => p.Quantile(probability))];

    /// <summary>Draws whole futures: periods go together as in the forecast, so that their sums spread as <see cref="Total"/> says.</summary>
    /// <param name="count">Number of paths, 1 to 1,000,000.</param>
    /// <param name="seed">Start of the random numbers; the same seed gives the same paths.</param>
    /// <returns>
    /// Paths whose periods have the distributions of <see cref="At"/> and whose sums of the first n periods have, in expectation, the variance of <see cref="Total"/>, as far as
    /// these distributions allow one together with the other. The shape of the sums comes from the paths and may differ from that of <see cref="Total"/>. Values are 0 or more, whole where the
    /// distribution is discrete.
    /// </returns>
    /// <remarks>
    /// A Gaussian copula (NORTA; Cario and Nelson 1997): the normal score of a period depends on that of the sum before it, with the correlation that gives the covariance
    /// <c>(Var T(n) - Var T(n-1) - Var D(n)) / 2</c>, found over the Hermite expansion of the quantile functions.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public DemandPaths SamplePaths(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 1_000_000);
        return new DemandPaths(new Internal.PathSampler(this).Draw(count, new Random(seed)));
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Model}: {_mean[0]:0.##} next period, {_mean.Sum():0.##} in {Horizon}");

    internal Forecast With(
        string? model = null, DemandDistribution[]? periods = null, DemandDistribution[]? totals = null, double[]? mean = null, IReadOnlyList<Issue>? issues = null, string? explanation = null) =>
        new(model ?? Model, periods ?? _periods, totals ?? _totals, mean ?? _mean)
        {
            Profile = Profile,
            Period = Period,
            Issues = issues ?? Issues,
            Impulse = Impulse,
            Explanation = explanation ?? Explanation,
        };

    private DemandDistribution WholeTotal(int periods)
    {
        if (periods == 0)
        {
            return new PoissonDemand(0);
        }

        if (periods <= Horizon)
        {
            return _totals[periods - 1];
        }

        DemandDistribution all = _totals[^1];
        double mean = all.Mean + ((periods - Horizon) * _mean[^1]);
        double before = Horizon > 1 ? _totals[^2].Variance : 0;
        double grow = Math.Max(all.Variance - before, 0);
        return Internal.DistributionShapes.Like(all, mean, all.Variance + ((periods - Horizon) * grow));
    }
}
