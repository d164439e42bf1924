using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>BG/NBD whose purchase rate and chance to leave depend on characteristics that do not change, such as the acquisition channel as 0 or 1.</summary>
/// <remarks>
/// Fader and Hardie (2007), "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models": a customer with
/// characteristics z has alpha = alpha0 exp(-g'z) and a = a0 exp(h'z); r and b are common. Immutable and thread-safe.
/// </remarks>
public sealed class BgNbdCovariateModel : CovariateModel<BgNbdModel>
{
    private BgNbdCovariateModel(BgNbdModel reference, CovariateFit fit)
        : base(reference, fit)
    {
    }

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Histories.</param>
    /// <param name="names">Names of the characteristics, at least one.</param>
    /// <param name="characteristics">For each history one number a name; best near 0 to 1 or standardised.</param>
    /// <param name="start">Start values of r, alpha, a, b, the factors exp(g) and the factors exp(h), all above 0; from the fit without characteristics when null.</param>
    /// <returns>The fitted model; its estimate carries the warnings.</returns>
    /// <exception cref="ArgumentException">There is no customer or name, the counts differ, or a characteristic is not finite or the same for everybody.</exception>
    public static BgNbdCovariateModel Fit(RepeatSummaries customers, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> characteristics, IReadOnlyList<double>? start = null)
    {
        CovariateLikelihood.Check(customers, names, characteristics);
        var fit = CovariateFit.Run("BG/NBD with covariates", ["r", "alpha", "a", "b"], BgNbdModel.Fit(customers), BgNbdCustomer.Kernel, customers, names, characteristics, start);
        return new BgNbdCovariateModel(new BgNbdModel(fit.Values[0], fit.Values[1], fit.Values[2], fit.Values[3], customers.Unit), fit);
    }

    private protected override BgNbdModel With(double onRate, double onLeaving) =>
        new(Reference.R, Reference.Alpha * Math.Exp(-onRate), Reference.A * Math.Exp(onLeaving), Reference.B, Reference.Unit);
}
