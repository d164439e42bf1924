using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>Beta-geometric / NBD model: Poisson purchases with gamma rates; after each repeat purchase a customer may leave.</summary>
/// <remarks>Fader, Hardie and Lee (2005), "Counting your customers the easy way". A customer without repeat purchase is certain to be alive; where that is wrong, use <see cref="MbgNbdModel"/>.</remarks>
public sealed class BgNbdModel : BetaGeometricModel
{
    private const string ModelName = "BG/NBD";

    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the purchase rates, above 0.</param>
    /// <param name="alpha">Scale of the purchase rates in time units, above 0.</param>
    /// <param name="a">First parameter of the beta-distributed chance to leave, above 0.</param>
    /// <param name="b">Second parameter, above 0.</param>
    /// <param name="unit">Time unit; weeks by default.</param>
    public BgNbdModel(double r, double alpha, double a, double b, TimeUnit unit = TimeUnit.Week)
        : base([r, alpha, a, b], extra: 0, unit, null)
    {
    }

    private BgNbdModel(double[] parameters, TimeUnit unit, ModelFit fit)
        : base(parameters, extra: 0, unit, fit)
    {
    }

    /// <inheritdoc />
    public override string Name => ModelName;

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Histories.</param>
    /// <param name="start">Start values of r, alpha, a and b; chosen from the data when null.</param>
    /// <returns>The fitted model; see <see cref="PurchaseModel.Estimate"/> for errors and warnings.</returns>
    /// <exception cref="ArgumentException">There is no customer.</exception>
    public static BgNbdModel Fit(RepeatSummaries customers, IReadOnlyList<double>? start = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        (double[] values, ModelFit fit) = Maximise(ModelName, customers, start, extra: 0);
        return new BgNbdModel(values, customers.Unit, fit);
    }

    /// <summary>Probability that a new customer makes exactly so many repeat purchases.</summary>
    /// <param name="count">Number of purchases, 0 or more.</param>
    /// <param name="horizon">Time since the first purchase, 0 or more.</param>
    /// <returns>P(X(horizon) = count), 0 to 1.</returns>
    public double PurchaseCountProbability(int count, double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        RequireHorizon(horizon);
        return BgNbdCounts.Probability(Kernel, count, horizon);
    }

    /// <inheritdoc />
    public override PurchaseModel With(IReadOnlyList<double> parameters) => new BgNbdModel(parameters[0], parameters[1], parameters[2], parameters[3], Unit);
}
