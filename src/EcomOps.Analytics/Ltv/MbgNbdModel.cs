using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>Modified BG/NBD model: a customer may also leave right after the first purchase.</summary>
/// <remarks>Batislam, Denizel and Filiztekin (2007).</remarks>
public sealed class MbgNbdModel : BetaGeometricModel
{
    private const string ModelName = "MBG/NBD";

    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the purchase rates, above 0.</param>
    /// <param name="alpha">Scale of the purchase rates in time units, above 0.</param>
    /// <param name="a">First parameter of the beta-distributed chance to leave, above 0.</param>
    /// <param name="b">Second parameter, above 0.</param>
    /// <param name="unit">Time unit; weeks by default.</param>
    public MbgNbdModel(double r, double alpha, double a, double b, TimeUnit unit = TimeUnit.Week)
        : base([r, alpha, a, b], extra: 1, unit, null)
    {
    }

    private MbgNbdModel(double[] parameters, TimeUnit unit, ModelFit fit)
        : base(parameters, extra: 1, unit, fit)
    {
    }

    /// <inheritdoc />
    public override string Name => ModelName;

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Histories.</param>
    /// <param name="start">Start values of r, alpha, a and b; chosen from the data when null.</param>
    /// <returns>The fitted model; see <see cref="PurchaseModel.Estimate"/> for errors and warnings.</returns>
    /// <exception cref="ArgumentException">There is no customer.</exception>
    public static MbgNbdModel Fit(RepeatSummaries customers, IReadOnlyList<double>? start = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        (double[] values, ModelFit fit) = Maximise(ModelName, customers, start, extra: 1);
        return new MbgNbdModel(values, customers.Unit, fit);
    }

    /// <inheritdoc />
    public override PurchaseModel With(IReadOnlyList<double> parameters) => new MbgNbdModel(parameters[0], parameters[1], parameters[2], parameters[3], Unit);
}
