namespace EcomOps.Benchmarks.Gates;

/// <summary>A performance target. Found by reflection; needs a public parameterless constructor.</summary>
public interface IGate
{
    /// <summary>Stable name, <c>area/what</c>, for example <c>core/money-allocate</c>.</summary>
    string Name { get; }

    /// <summary>Whether it needs minutes and so runs only with <c>--long</c>.</summary>
    bool IsLong => false;

    /// <summary>Environment variables of the runtime that the gate wants, as a host of its kind would set them; none by default. The gate then runs in a process of its own.</summary>
    IReadOnlyDictionary<string, string> Runtime => System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>Measures. One gate may give several results (time and bytes); rivals are measured in the same call.</summary>
    IEnumerable<GateResult> Measure();
}
