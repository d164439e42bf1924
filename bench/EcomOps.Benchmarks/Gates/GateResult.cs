namespace EcomOps.Benchmarks.Gates;

/// <summary>One measured figure against its target.</summary>
/// <param name="Gate">Name of the figure: the gate's name, with a suffix where it gives several.</param>
/// <param name="Value">Measured value, or null when the gate's needs are missing.</param>
/// <param name="Unit">Unit, for example <c>ns</c>, <c>B</c>, <c>x</c> (ratio) or <c>1/s</c>.</param>
/// <param name="Target">Bound, inclusive.</param>
/// <param name="HigherIsBetter">Whether the value must be at least (true) or at most (false) the target.</param>
/// <param name="Reason">Why there is no value.</param>
public sealed record GateResult(string Gate, double? Value, string Unit, double Target, bool HigherIsBetter, string? Reason = null)
{
    /// <summary>Whether the target is met; null without a value.</summary>
    public bool? Pass => Value is { } value ? (HigherIsBetter ? value >= Target : value <= Target) : null;

    /// <summary>A value that must not exceed a bound.</summary>
    public static GateResult AtMost(string gate, double value, string unit, double target) => new(gate, value, unit, target, HigherIsBetter: false);

    /// <summary>A value that must reach a bound.</summary>
    public static GateResult AtLeast(string gate, double value, string unit, double target) => new(gate, value, unit, target, HigherIsBetter: true);

    /// <summary>A gate that cannot run here.</summary>
    public static GateResult Missing(string gate, string unit, double target, bool higherIsBetter, string reason) => new(gate, null, unit, target, higherIsBetter, reason);
}
