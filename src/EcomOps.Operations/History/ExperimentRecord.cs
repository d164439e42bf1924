using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>An experiment of the checkout or shop.</summary>
/// <param name="Id">Its id, as in <see cref="WebSession.Variants"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hypothesis">What it was expected to change, as a sentence.</param>
/// <param name="From">First day.</param>
/// <param name="Until">The day after the last; after the end of the history while it runs.</param>
/// <param name="Variants">Names of the variants, the control first; at least two.</param>
/// <param name="Shares">Planned share of visitors of each variant, above 0, summing to 1.</param>
public sealed record ExperimentRecord(string Id, string Name, string Hypothesis, LocalDate From, LocalDate Until, IReadOnlyList<string> Variants, IReadOnlyList<double> Shares);
