namespace EcomOps.Analytics.Ltv;

/// <summary>One estimated parameter.</summary>
/// <param name="Name">Symbol of the literature, for example <c>alpha</c>.</param>
/// <param name="Value">Estimate, above 0.</param>
/// <param name="StandardError">Square root of the diagonal of the inverse Hessian of the total log-likelihood in natural parameters; null when the Hessian is not positive definite there.</param>
public sealed record FittedParameter(string Name, double Value, double? StandardError);
