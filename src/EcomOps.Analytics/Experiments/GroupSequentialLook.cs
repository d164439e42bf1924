namespace EcomOps.Analytics.Experiments;

/// <summary>One planned look at a running experiment.</summary>
/// <param name="Information">Share of the planned visitors seen by then, above 0 to 1.</param>
/// <param name="Bound">Stop when the test statistic reaches it: |z| for a two-sided test, z in the direction looked for otherwise; infinite when nothing may be spent yet.</param>
/// <param name="NominalP">p-value of the bound, of both sides for a two-sided test.</param>
/// <param name="AlphaSpent">Error rate spent up to and including this look.</param>
public sealed record GroupSequentialLook(double Information, double Bound, double NominalP, double AlphaSpent);
