using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;

namespace EcomOps.Analytics.Ltv;

/// <summary>BG/NBD whose purchase rate and chance to leave depend on characteristics that do not change, such as the acquisition channel as 0 or 1.</summary>
/// <remarks>
/// Fader and Hardie (2007), "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models": a customer with
/// characteristics z has alpha = alpha0 exp(-g'z) and a = a0 exp(h'z); r and b are common. Immutable and thread-safe.
/// </remarks>
public sealed class BgNbdCovariateModel
{
    private readonly double[] _onRate;
    private readonly double[] _onLeaving;

    private BgNbdCovariateModel(BgNbdModel reference, IReadOnlyList<CovariateEffect> effects, ModelFit estimate)
    {
        (Reference, Effects, Estimate) = (reference, effects, estimate);
        _onRate = [.. effects.Select(e => e.OnRate)];
        _onLeaving = [.. effects.Select(e => e.OnLeaving)];
    }

    /// <summary>The model of customers whose characteristics are all 0.</summary>
    public BgNbdModel Reference { get; }

    /// <summary>Effects in the order of the given names.</summary>
    public IReadOnlyList<CovariateEffect> Effects { get; }

    /// <summary>The fit: r, alpha, a and b of the reference, then the factors exp(g) on the rate and exp(h) on a.</summary>
    public ModelFit Estimate { get; }

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Histories.</param>
    /// <param name="names">Names of the characteristics, at least one.</param>
    /// <param name="characteristics">For each history one number a name; best near 0 to 1 or standardised.</param>
    /// <returns>The fitted model; its estimate carries the warnings.</returns>
    /// <exception cref="ArgumentException">There is no customer or name, the counts differ, or a characteristic is not finite or the same for everybody.</exception>
    public static BgNbdCovariateModel Fit(RepeatSummaries customers, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> characteristics)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(characteristics);
        CovariateLikelihood.Check(customers, names, characteristics);
        BgNbdModel plain = BgNbdModel.Fit(customers);
        string[] parameters = ["r", "alpha", "a", "b", .. names.Select(n => "rate x " + n), .. names.Select(n => "leaving x " + n)];
        double[] start = [.. plain.Parameters.Select(value => Math.Clamp(value, 1e-3, 1e3)), .. Enumerable.Repeat(1.0, 2 * names.Count)];
        (double[] p, ModelFit fit) = LikelihoodFit.Run("BG/NBD with covariates", customers.Unit, parameters, CovariateLikelihood.Negative(customers, characteristics), start, plain.Estimate!.Customers);
        int k = names.Count;
        double? Error(int i) => fit.LogCovariance is { } covariance ? Math.Sqrt(covariance[i, i]) : null;
        return new BgNbdCovariateModel(
            new BgNbdModel(p[0], p[1], p[2], p[3], customers.Unit),
            [.. names.Select((name, j) => new CovariateEffect(name, Math.Log(p[4 + j]), Error(4 + j), Math.Log(p[4 + k + j]), Error(4 + k + j)))],
            fit);
    }

    /// <summary>The model of customers with given characteristics.</summary>
    /// <param name="characteristics">One number an effect, in order.</param>
    /// <returns>A BG/NBD model with their alpha and a.</returns>
    /// <exception cref="ArgumentException">The count differs or a number is not finite.</exception>
    public BgNbdModel For(IReadOnlyList<double> characteristics)
    {
        ArgumentNullException.ThrowIfNull(characteristics);
        if (characteristics.Count != Effects.Count || !characteristics.All(double.IsFinite))
        {
            throw new ArgumentException($"Give {Effects.Count} finite numbers, one for each of {string.Join(", ", Effects.Select(e => e.Name))}.", nameof(characteristics));
        }

        double rate = 0, leaving = 0;
        for (int j = 0; j < _onRate.Length; j++)
        {
            rate += _onRate[j] * characteristics[j];
            leaving += _onLeaving[j] * characteristics[j];
        }

        return new BgNbdModel(Reference.R, Reference.Alpha * Math.Exp(-rate), Reference.A * Math.Exp(leaving), Reference.B, Reference.Unit);
    }
}
