namespace EcomOps.Operations.History;

/// <summary>Something that the source does not hold, so that an artefact says so instead of guessing.</summary>
/// <param name="Subject">What is missing, as one of the lists of <see cref="ShopHistory"/> ("Sessions", "Spend", "Costs").</param>
/// <param name="Consequence">What cannot be computed because of it, as a sentence.</param>
/// <param name="Remedy">Where a user can supply it, as a sentence.</param>
public sealed record DataGap(string Subject, string Consequence, string Remedy);
