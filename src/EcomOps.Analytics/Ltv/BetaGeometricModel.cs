using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>What <see cref="BgNbdModel"/> and <see cref="MbgNbdModel"/> share: Poisson purchases with gamma rates, and a beta-distributed chance to leave at a purchase.</summary>
/// <remarks>They differ in one point: whether a customer may leave right after the first purchase.</remarks>
public abstract class BetaGeometricModel : PurchaseModel
{
    private static readonly string[] Names = ["r", "alpha", "a", "b"];

    private protected BetaGeometricModel(IReadOnlyList<double> parameters, int extra, TimeUnit unit, ModelFit? fit)
        : base(unit, fit)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            RequirePositive(parameters[i], Names[i]);
        }

        Kernel = new GeometricDropout(parameters[0], parameters[1], parameters[2], parameters[3], extra);
    }

    /// <summary>Shape of the purchase rates.</summary>
    public double R => Kernel.R;

    /// <summary>Scale of the purchase rates.</summary>
    public double Alpha => Kernel.Alpha;

    /// <summary>First parameter of the chance to leave.</summary>
    public double A => Kernel.A;

    /// <summary>Second parameter of the chance to leave.</summary>
    public double B => Kernel.B;

    /// <inheritdoc />
    public override IReadOnlyList<double> Parameters => [R, Alpha, A, B];

    private protected GeometricDropout Kernel { get; }

    /// <inheritdoc />
    public override double LogLikelihood(RepeatSummary customer)
    {
        customer.Require();
        return Kernel.LogLikelihood(customer);
    }

    /// <inheritdoc />
    public override double ProbabilityAlive(RepeatSummary customer)
    {
        customer.Require();
        return Kernel.ProbabilityAlive(customer);
    }

    /// <inheritdoc />
    public override double ExpectedPurchases(RepeatSummary customer, double horizon)
    {
        customer.Require();
        RequireHorizon(horizon);
        return Kernel.ExpectedPurchases(customer, horizon);
    }

    /// <inheritdoc />
    public override double ExpectedPurchases(double horizon)
    {
        RequireHorizon(horizon);
        return Kernel.ExpectedPurchases(horizon);
    }

    internal override IEnumerable<double> Future(RepeatSummary customer, double horizon, FutureDraws draws) => draws.Chance(ProbabilityAlive(customer))
        ? draws.Purchases(draws.Gamma(R + customer.Frequency, Alpha + customer.Age), horizon, draws.Beta(A, B + customer.Frequency + Kernel.Extra))
        : [];

    private protected static (double[] Values, ModelFit Fit) Maximise(string name, RepeatSummaries customers, IReadOnlyList<double>? start, int extra)
    {
        RepeatRows rows = RepeatRows.Of(customers);
        (double[] from, double[,]? inverse) = start is null
            ? rows.Warm(sample => GeometricDropout.Negative(sample, extra), [0.4, rows.MeanAge / 6, 0.8, 2.0])
            : ([.. start], null);
        (double[] values, ModelFit fit) = LikelihoodFit.Run(name, customers.Unit, Names, GeometricDropout.Negative(rows, extra), from, rows.Customers, inverse);
        return (values, fit with { Calendar = customers.Calendar });
    }
}
