namespace EcomOps.Analytics.Ltv;

/// <summary>One customer's repeat spend.</summary>
/// <param name="Frequency">Number of repeat purchases averaged over, 1 or more.</param>
/// <param name="Average">Average value of those purchases in major units of the currency, above 0.</param>
/// <param name="Weight">Number of such customers, above 0.</param>
public readonly record struct SpendObservation(int Frequency, double Average, double Weight = 1);
