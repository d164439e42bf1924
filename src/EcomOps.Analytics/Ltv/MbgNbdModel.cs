using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>Modified BG/NBD model: a customer may also leave right after the first purchase.</summary>
/// <remarks>Batislam, Denizel and Filiztekin (2007).</remarks>
public sealed class MbgNbdModel : PurchaseModel
{
    private static readonly string[] Names = ["r", "alpha", "a", "b"];

    private readonly GeometricDropout _kernel;

    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the purchase rates, above 0.</param>
    /// <param name="alpha">Scale of the purchase rates in time units, above 0.</param>
    /// <param name="a">First parameter of the beta-distributed chance to leave, above 0.</param>
    /// <param name="b">Second parameter, above 0.</param>
    /// <param name="unit">Time unit; weeks by default.</param>
    public MbgNbdModel(double r, double alpha, double a, double b, TimeUnit unit = TimeUnit.Week)
        : this(r, alpha, a, b, unit, null)
    {
    }

    private MbgNbdModel(double r, double alpha, double a, double b, TimeUnit unit, ModelFit? fit)
        : base(unit, fit)
    {
        RequirePositive(r, nameof(r));
        RequirePositive(alpha, nameof(alpha));
        RequirePositive(a, nameof(a));
        RequirePositive(b, nameof(b));
        _kernel = new GeometricDropout(r, alpha, a, b, Extra: 1);
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
    public override string Name => "MBG/NBD";

    /// <inheritdoc />
    public override IReadOnlyList<double> Parameters => [R, Alpha, A, B];

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Histories.</param>
    /// <param name="start">Start values of r, alpha, a and b; chosen from the data when null.</param>
    /// <returns>The fitted model; see <see cref="PurchaseModel.Estimate"/> for errors and warnings.</returns>
    /// <exception cref="ArgumentException">There is no customer.</exception>
    public static MbgNbdModel Fit(RepeatSummaries customers, IReadOnlyList<double>? start = null)
    {
        RepeatRows rows = RepeatRows.Of(customers);
        (double[] from, double[,]? inverse) = start is null
            ? rows.Warm(sample => GeometricDropout.Negative(sample, 1), [0.4, rows.MeanAge / 6, 0.8, 2.0])
            : ([.. start], null);
        (double[] p, ModelFit fit) = LikelihoodFit.Run("MBG/NBD", customers.Unit, Names, GeometricDropout.Negative(rows, 1), from, rows.Customers, inverse);
        return new MbgNbdModel(p[0], p[1], p[2], p[3], customers.Unit, fit);
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

    /// <inheritdoc />
    public override PurchaseModel With(IReadOnlyList<double> parameters) => new MbgNbdModel(parameters[0], parameters[1], parameters[2], parameters[3], Unit);
}
