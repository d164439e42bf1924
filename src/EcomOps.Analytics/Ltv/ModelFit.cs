using EcomOps.Analytics.Customers;
using EcomOps.Core;

namespace EcomOps.Analytics.Ltv;

/// <summary>What a maximum-likelihood fit found.</summary>
/// <param name="Model">Model name, for example <c>BG/NBD</c>.</param>
/// <param name="Unit">Time unit of the data; rate parameters are in it.</param>
/// <param name="Parameters">Estimates in the order of the model's symbols.</param>
/// <param name="LogLikelihood">Natural logarithm of the likelihood of all customers: the total, never averaged or on rescaled time.</param>
/// <param name="Customers">Sum of weights.</param>
/// <param name="Warnings">Doubts: parameters at the boundary, no curvature, too little data.</param>
/// <remarks>Immutable and thread-safe. Log-likelihoods compare only over the same data in the same unit.</remarks>
public sealed record ModelFit(string Model, TimeUnit Unit, IReadOnlyList<FittedParameter> Parameters, double LogLikelihood, double Customers, IReadOnlyList<Issue> Warnings)
{
    /// <summary>Akaike's criterion, 2k - 2 ln L; smaller is better.</summary>
    public double Aic => (2 * Parameters.Count) - (2 * LogLikelihood);

    /// <summary>Bayes criterion, k ln n - 2 ln L with n the number of customers; smaller is better.</summary>
    public double Bic => (Parameters.Count * Math.Log(Customers)) - (2 * LogLikelihood);

    /// <summary>Whether the estimates lie at the edge of what the data can tell: use a simpler model.</summary>
    public bool IsDegenerate => Warnings.Any(w => w.Code is "parameters_at_boundary" or "no_curvature");

    /// <summary>Calendar that the time of the data was counted by; null in plain time.</summary>
    public ActivityCalendar? Calendar { get; init; }

    internal double[,]? LogCovariance { get; init; }
}
