using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;
using EcomOps.Analytics.Ltv.Internal;
using EcomOps.Core;

namespace EcomOps.Analytics.Ltv;

/// <summary>Gamma-gamma model of spend: each customer's purchases vary around a mean of their own, and means vary over customers.</summary>
/// <remarks>Fader, Hardie and Lee (2005). Assumes that spend does not depend on frequency; see <see cref="SpendFrequencyCorrelation"/>. Immutable and thread-safe.</remarks>
public sealed class GammaGammaModel
{
    // e^10 is 22,026. Spend beyond, as in rupiah or dong, would start at the edge of what the search allows: it is fitted in units of its mean.
    private const double LargestLogSpend = 10;

    private static readonly string[] Names = ["p", "q", "v"];

    /// <summary>A model with given parameters.</summary>
    /// <param name="p">Shape of a customer's purchases, above 0.</param>
    /// <param name="q">Shape over customers, above 0; the mean is infinite at 1 or below.</param>
    /// <param name="v">Scale in major units of the currency, above 0.</param>
    public GammaGammaModel(double p, double q, double v)
        : this(p, q, v, null, null)
    {
    }

    private GammaGammaModel(double p, double q, double v, ModelFit? fit, double? correlation)
    {
        PurchaseModel.RequirePositive(p, nameof(p));
        PurchaseModel.RequirePositive(q, nameof(q));
        PurchaseModel.RequirePositive(v, nameof(v));
        (P, Q, V, Estimate, SpendFrequencyCorrelation) = (p, q, v, fit, correlation);
    }

    /// <summary>Shape of a customer's purchases.</summary>
    public double P { get; }

    /// <summary>Shape over customers.</summary>
    public double Q { get; }

    /// <summary>Scale.</summary>
    public double V { get; }

    /// <summary>The fit behind the model; null when its parameters were given.</summary>
    public ModelFit? Estimate { get; }

    /// <summary>Pearson correlation of frequency and average spend in the fitted data; null when it was not fitted or one of them does not vary. Far from 0 it contradicts the model.</summary>
    public double? SpendFrequencyCorrelation { get; }

    /// <summary>Whether the mean spend of customers is finite, q above 1.</summary>
    public bool HasFiniteMean => Q > 1;

    /// <summary>Fits to the repeat spend of customers that have one; spend of zero or less is left out and reported as a warning of the estimate.</summary>
    /// <param name="customers">Summaries made from orders.</param>
    /// <returns>The fitted model.</returns>
    /// <exception cref="ArgumentException">No customer has a repeat purchase of positive value.</exception>
    public static GammaGammaModel Fit(RepeatSummaries customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        List<SpendObservation> rows = [];
        int leftOut = 0;
        foreach ((int i, Money average) in customers.AverageRepeatSpend.Index())
        {
            int x = customers.Items[i].Frequency;
            if (x > 0 && average.Amount > 0)
            {
                rows.Add(new SpendObservation(x, (double)average.Amount));
            }
            else if (x > 0)
            {
                leftOut++;
            }
        }

        GammaGammaModel model = Fit(rows);
        Issue issue = new("spend_not_positive", "spend", $"{leftOut} customers whose repeat purchases average zero or less were left out; the model knows only positive spend. Look at orders without price.", Severity.Warning);
        return leftOut == 0 ? model : new GammaGammaModel(model.P, model.Q, model.V, model.Estimate! with { Warnings = [.. model.Estimate.Warnings, issue] }, model.SpendFrequencyCorrelation);
    }

    /// <summary>Fits by maximum likelihood.</summary>
    /// <param name="customers">Repeat spend of customers with at least one repeat purchase.</param>
    /// <param name="start">Start values of p, q and v; chosen from the data when null.</param>
    /// <returns>The fitted model.</returns>
    /// <exception cref="ArgumentException">There is no row, or one has no repeat purchase or a spend that is not above 0.</exception>
    public static GammaGammaModel Fit(IEnumerable<SpendObservation> customers, IReadOnlyList<double>? start = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        SpendObservation[] rows = [.. customers];
        if (rows.Length == 0)
        {
            throw new ArgumentException("No customer has a repeat purchase with a positive value; spend cannot be modelled.", nameof(customers));
        }

        if (Array.FindIndex(rows, r => r.Frequency < 1 || !(r.Average > 0) || !double.IsFinite(r.Average) || !(r.Weight > 0) || !double.IsFinite(r.Weight)) is >= 0 and var bad)
        {
            throw new ArgumentException($"Row {bad} has frequency {rows[bad].Frequency}, average spend {rows[bad].Average} and weight {rows[bad].Weight}; leave customers without repeat and zero or negative spend out.", nameof(customers));
        }

        double weight = rows.Sum(r => r.Weight), mean = rows.Sum(r => r.Weight * r.Average) / weight;
        double unit = Math.Abs(Math.Log(mean)) > LargestLogSpend ? mean : 1;
        SpendObservation[] scaled = unit == 1 ? rows : [.. rows.Select(r => r with { Average = r.Average / unit })];
        double[] from = [.. start ?? [2, 3, mean]];
        from[2] /= unit;
        (double[] p, ModelFit fit) = LikelihoodFit.Run("Gamma-Gamma", TimeUnit.Period, Names, SpendLikelihood.Negative(scaled), from, weight);
        FittedParameter v = fit.Parameters[2];
        ModelFit inUnits = unit == 1 ? fit : fit with
        {
            LogLikelihood = fit.LogLikelihood - (weight * Math.Log(unit)),
            Parameters = [fit.Parameters[0], fit.Parameters[1], v with { Value = v.Value * unit, StandardError = v.StandardError * unit }],
        };
        return new GammaGammaModel(p[0], p[1], p[2] * unit, inUnits, SpendLikelihood.Correlation(rows));
    }

    /// <summary>Expected spend per purchase of a customer.</summary>
    /// <param name="frequency">Repeat purchases observed, 0 or more.</param>
    /// <param name="averageSpend">Their average; not used when there are none.</param>
    /// <returns>p (v + x z) / (p x + q - 1), unrounded; null when the model's mean is infinite.</returns>
    public Money? ExpectedAverageSpend(int frequency, Money averageSpend)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        double? value = Mean(frequency, frequency == 0 ? 0 : (double)averageSpend.Amount);
        return value is { } v ? new Money((decimal)v, averageSpend.Currency) : null;
    }

    // Models drawn from the uncertainty of the fit; those with the parameters given stay as they are.
    internal IEnumerable<GammaGammaModel> Draws(int count, int seed) =>
        Estimate?.LogCovariance is { } covariance && SymmetricMatrix.Cholesky(covariance) is { } factor
            ? ParameterDraws.Draw([P, Q, V], factor, count, seed).Select(d => new GammaGammaModel(d[0], d[1], d[2]))
            : Enumerable.Repeat(this, count);

    internal double? Mean(int x, double z) => (P * x) + Q - 1 is > 0 and var denominator && HasFiniteMean ? P * (V + (x * z)) / denominator : null;
}
