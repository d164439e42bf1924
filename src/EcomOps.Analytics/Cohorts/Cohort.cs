using NodaTime;

namespace EcomOps.Analytics.Cohorts;

/// <summary>Customers whose first order lies in the same period.</summary>
/// <param name="Start">First day of the period.</param>
/// <param name="Customers">Cohort size.</param>
/// <param name="Cells">Cells for periods 0, 1, ... up to the last period of the data; there is no cell beyond it.</param>
public sealed record Cohort(LocalDate Start, int Customers, IReadOnlyList<CohortCell> Cells);
