namespace EcomOps.Analytics.Experiments;

/// <summary>What one variant's visitors did, one row a visitor.</summary>
/// <param name="Name">Variant.</param>
/// <param name="Visitors">Orders and net revenue of each visitor, zeros included.</param>
/// <remarks>A visitor seen in two variants belongs to neither; see <see cref="ExposureLog"/>.</remarks>
public sealed record VariantData(string Name, IReadOnlyList<VisitorOutcome> Visitors)
{
    /// <summary>Statistics of guardrail metrics by name, over the same visitors; see <see cref="ExperimentOptions.Guardrails"/>.</summary>
    public IReadOnlyDictionary<string, SampleStatistic> Guardrails { get; init; } = new Dictionary<string, SampleStatistic>();
}
