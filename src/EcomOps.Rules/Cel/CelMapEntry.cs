namespace EcomOps.Rules.Cel;

/// <summary>An entry of a <see cref="CelMap"/>.</summary>
/// <param name="Key">Key.</param>
/// <param name="Value">Value.</param>
/// <param name="IsOptional">Whether it was written with <c>?</c>: left out when the value is an optional without one.</param>
public sealed record CelMapEntry(CelNode Key, CelNode Value, bool IsOptional);
