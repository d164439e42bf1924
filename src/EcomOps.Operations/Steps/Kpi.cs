namespace EcomOps.Operations.Steps;

/// <summary>How a KPI is written.</summary>
internal enum KpiUnit
{
    Money,
    Count,
    Share,
    Number,
}

/// <summary>One KPI of the reported month with its bases; null where the data do not give it.</summary>
/// <param name="Id">Name of the metric, as in the targets of the settings.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Definition">How it is computed.</param>
/// <param name="Unit">How it is written.</param>
/// <param name="HigherIsBetter">Whether more is good news.</param>
/// <param name="Value">The reported month.</param>
/// <param name="Prior">The month before.</param>
/// <param name="PriorYear">The same month a year before.</param>
/// <param name="Target">The target of the settings.</param>
/// <param name="Trend">Complete months of the history, oldest first; without those that lack it.</param>
/// <param name="Missing">Which gap of the data explains a missing value.</param>
internal sealed record Kpi(
    string Id,
    string Name,
    string Definition,
    KpiUnit Unit,
    bool HigherIsBetter,
    double? Value,
    double? Prior,
    double? PriorYear,
    double? Target,
    IReadOnlyList<double> Trend,
    string Missing);
