using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>Pareto/NBD whose purchase rate and leaving rate depend on characteristics that do not change, such as the acquisition channel as 0 or 1.</summary>
/// <remarks>
/// Fader and Hardie (2007), "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models": a customer with
/// characteristics z has alpha = alpha0 exp(-g'z) and beta = beta0 exp(-h'z), so that the mean purchase rate r/alpha is multiplied by
/// exp(g'z) and the mean leaving rate s/beta by exp(h'z); r and s are common. Immutable and thread-safe.
/// </remarks>
public sealed class ParetoNbdCovariateModel : CovariateModel<ParetoNbdModel>
{
    private ParetoNbdCovariateModel(ParetoNbdModel reference, CovariateFit fit)
        : base(reference, fit)
    {
    }

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Histories.</param>
    /// <param name="names">Names of the characteristics, at least one.</param>
    /// <param name="characteristics">For each history one number a name; best near 0 to 1 or standardised.</param>
    /// <param name="start">Start values of r, alpha, s, beta, the factors exp(g) and the factors exp(h), all above 0; from the fit without characteristics when null.</param>
    /// <returns>The fitted model; its estimate carries the warnings.</returns>
    /// <exception cref="ArgumentException">There is no customer or name, the counts differ, or a characteristic is not finite or the same for everybody.</exception>
    public static ParetoNbdCovariateModel Fit(RepeatSummaries customers, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> characteristics, IReadOnlyList<double>? start = null)
    {
        CovariateLikelihood.Check(customers, names, characteristics);
        var fit = CovariateFit.Run("Pareto/NBD with covariates", ["r", "alpha", "s", "beta"], ParetoNbdModel.Fit(customers), ParetoNbdCustomer.Kernel, customers, names, characteristics, start);
        return new ParetoNbdCovariateModel(new ParetoNbdModel(fit.Values[0], fit.Values[1], fit.Values[2], fit.Values[3], customers.Unit), fit);
    }

    private protected override ParetoNbdModel With(double onRate, double onLeaving) =>
        new(Reference.R, Reference.Alpha * Math.Exp(-onRate), Reference.S, Reference.Beta * Math.Exp(-onLeaving), Reference.Unit);
}
