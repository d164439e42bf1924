namespace EcomOps.Analytics.Metrics;

/// <summary>How unusual days are told.</summary>
/// <param name="FalseDiscoveryRate">Expected share of false alarms among all alarms of the report, over all metrics and days (Benjamini-Hochberg); 0 to 1 exclusive.</param>
/// <param name="LearningDays">Days before a day from which its expectation is learnt, 28 or more.</param>
/// <param name="ErrorDays">Days before a day whose forecast errors give the usual spread, 14 or more.</param>
public sealed record AnomalyOptions(double FalseDiscoveryRate = 0.05, int LearningDays = 84, int ErrorDays = 56);
