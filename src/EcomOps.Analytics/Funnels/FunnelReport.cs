using EcomOps.Analytics.Funnels.Internal;

namespace EcomOps.Analytics.Funnels;

/// <summary>How many persons went how far.</summary>
/// <param name="Steps">Steps in order.</param>
/// <param name="Groups">The same for each value of the breakdown, ordinal ascending; empty without one.</param>
/// <param name="Duplicates">Events left out because their id occurred before.</param>
public sealed record FunnelReport(IReadOnlyList<FunnelStepResult> Steps, IReadOnlyDictionary<string, IReadOnlyList<FunnelStepResult>> Groups, int Duplicates)
{
    /// <summary>Persons left out because of an exclusion.</summary>
    public int Excluded { get; init; }

    /// <summary>The step after which most persons are lost; null when nobody is.</summary>
    public (string From, string To, int Lost)? LargestDrop => Enumerable.Range(1, Steps.Count - 1)
        .Select(i => ((string From, string To, int Lost)?)(Steps[i - 1].Step, Steps[i].Step, Steps[i - 1].Persons - Steps[i].Persons))
        .Where(d => d!.Value.Lost > 0).MaxBy(d => d!.Value.Lost);

    /// <summary>Analyses events in any sequence; late ones are put in their place.</summary>
    /// <param name="events">Events.</param>
    /// <param name="definition">Funnel.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">There is no step, more than 32, or an exclusion or attribution names a step that does not exist.</exception>
    public static FunnelReport Compute(IEnumerable<FunnelEvent> events, FunnelDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.Steps.Count is < 1 or > FunnelScanner.MaxSteps)
        {
            throw new ArgumentException("A funnel has 1 to 32 steps.", nameof(definition));
        }

        if (definition.Exclusions.Any(x => x.FromStep < 0 || x.ToStep <= x.FromStep || x.ToStep >= definition.Steps.Count) || definition.AttributionStep < 0 || definition.AttributionStep >= definition.Steps.Count)
        {
            throw new ArgumentException("An exclusion or the attribution names a step that does not exist.", nameof(definition));
        }

        return new PersonScan(definition).Run(events);
    }
}
