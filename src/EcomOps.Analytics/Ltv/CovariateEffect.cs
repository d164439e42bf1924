namespace EcomOps.Analytics.Ltv;

/// <summary>What one characteristic of customers does in a <see cref="CovariateModel{TModel}"/>, for one unit more of it.</summary>
/// <param name="Name">Characteristic.</param>
/// <param name="OnRate">Change of the logarithm of the purchase rate: 0.1 is about 10 % more purchases while alive.</param>
/// <param name="OnRateError">Standard error; null where the likelihood has no curvature.</param>
/// <param name="OnLeaving">Change of the logarithm of the parameter a of the chance to leave (BG/NBD) or of the leaving rate (Pareto/NBD); above 0 customers leave sooner.</param>
/// <param name="OnLeavingError">Standard error; null where the likelihood has no curvature.</param>
public sealed record CovariateEffect(string Name, double OnRate, double? OnRateError, double OnLeaving, double? OnLeavingError);
