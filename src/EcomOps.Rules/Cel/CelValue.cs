namespace EcomOps.Rules.Cel;

/// <summary>An expression's value.</summary>
/// <param name="Value">
/// <c>null</c>, <see cref="bool"/>, <see cref="long"/> (int), <see cref="ulong"/> (uint), <see cref="double"/>, <see cref="string"/>,
/// <see cref="ReadOnlyMemory{T}"/> of bytes, <see cref="NodaTime.Instant"/>, <see cref="NodaTime.Duration"/>, a read-only list of such values,
/// a read-only dictionary from object or string to such values, <see cref="CelType"/>, <see cref="CelOptional"/>; in the dialect also
/// <see cref="decimal"/>, <see cref="EcomOps.Core.Money"/> and <see cref="NodaTime.LocalDate"/>.
/// </param>
public sealed record CelValue(object? Value) : CelResult;
