using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>Beta-geometric / NBD model: Poisson purchases with gamma rates; after each repeat purchase a customer may leave.</summary>
/// <remarks>Fader, Hardie and Lee (2005), "Counting your customers the easy way". A customer without repeat purchase is certain to be alive; where that is wrong, use <see cref="MbgNbdModel"/>.</remarks>
public sealed class BgNbdModel : PurchaseModel
{
    private static readonly string[] Names = ["r", "alpha", "a", "b"];

    private readonly GeometricDropout _kernel;

    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the purchase rates, above 0.</param>
    /// <param name="alpha">Scale of the purchase rates in time units, above 0.</param>
    /// <param name="a">First parameter of the beta-distributed chance to leave, above 0.</param>
    /// <param name="b">Second parameter, above 0.</param>
    /// <param name="unit">Time unit; weeks by default.</param>
    public BgNbdModel(double r, double alpha, double a, double b, TimeUnit unit = TimeUnit.Week)
        : this(r, alpha, a, b, unit, null)
    {
    }

    private BgNbdModel(double r, double alpha, double a, double b, TimeUnit unit, ModelFit? fit)
        : base(unit, fit)
    {
        RequirePositive(r, nameof(r));
        RequirePositive(alpha, nameof(alpha));
        RequirePositive(a, nameof(a));
        RequirePositive(b, nameof(b));
        _kernel = new GeometricDropout(r, alpha, a, b, Extra: 0);
    }

    /// <summary>Shape of the purchase rates.</summary>
    public double R => _kernel.R;

    /// <summary>Scale of the purchase rates.</summary>
    public double Alpha => _kernel.Alpha;

    /// <summary>First parameter of the chance to leave.</summary>
    public double A => _kernel.A;

    /// <summary>Second parameter of the chance to leave.</summary>
    public double B => _kernel.B;

    /// <inheritdoc />
    public override string Name => "BG/NBD";

    /// <inheritdoc />
    public override IReadOnlyList<double> Parameters => [R, Alpha, A, B];

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Histories.</param>
    /// <param name="start">Start values of r, alpha, a and b; chosen from the data when null.</param>
    /// <returns>The fitted model; see <see cref="PurchaseModel.Estimate"/> for errors and warnings.</returns>
    /// <exception cref="ArgumentException">There is no customer.</exception>
    public static BgNbdModel Fit(RepeatSummaries customers, IReadOnlyList<double>? start = null)
    {
        RepeatRows rows = RepeatRows.Of(customers);
        (double[] from, double[,]? inverse) = start is null
            ? rows.Warm(sample => GeometricDropout.Negative(sample, 0), [0.4, rows.MeanAge / 6, 0.8, 2.0])
            : ([.. start], null);
        (double[] p, ModelFit fit) = LikelihoodFit.Run("BG/NBD", customers.Unit, Names, GeometricDropout.Negative(rows, 0), from, rows.Customers, inverse);
        return new BgNbdModel(p[0], p[1], p[2], p[3], customers.Unit, fit);
    }

    /// <inheritdoc />
    public override double LogLikelihood(RepeatSummary customer) => _kernel.LogLikelihood(customer);

    /// <inheritdoc />
    public override double ProbabilityAlive(RepeatSummary customer) => _kernel.ProbabilityAlive(customer);

    /// <inheritdoc />
    public override double ExpectedPurchases(RepeatSummary customer, double horizon)
    {
        RequireHorizon(horizon);
        return _kernel.ExpectedPurchases(customer, horizon);
    }

    /// <inheritdoc />
    public override double ExpectedPurchases(double horizon)
    {
        RequireHorizon(horizon);
        return _kernel.ExpectedPurchases(horizon);
    }

    /// <summary>Probability that a new customer makes exactly so many repeat purchases.</summary>
    /// <param name="count">Number of purchases, 0 or more.</param>
    /// <param name="horizon">Time since the first purchase, 0 or more.</param>
    /// <returns>P(X(horizon) = count), 0 to 1.</returns>
    public double PurchaseCountProbability(int count, double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        RequireHorizon(horizon);
        return BgNbdCounts.Probability(_kernel, count, horizon);
    }

    /// <inheritdoc />
    public override PurchaseModel With(IReadOnlyList<double> parameters) => new BgNbdModel(parameters[0], parameters[1], parameters[2], parameters[3], Unit);
}
