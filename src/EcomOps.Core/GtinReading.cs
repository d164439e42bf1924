namespace EcomOps.Core;

/// <summary>The outcome of reading a product code.</summary>
/// <param name="Gtin">The number, or null when length, digits or check digit are wrong.</param>
/// <param name="Reason">Code of the first failing rule, or null when the number may go into a product feed.</param>
/// <param name="Kind">What the prefix says, or null when not valid.</param>
/// <param name="Suggestion">A repaired number that would be valid (a lost leading zero put back), never applied silently; or null.</param>
/// <remarks>
/// Reasons, in the order in which they are tried: <c>gtin_empty</c>, <c>gtin_not_digits</c>, <c>gtin_length</c>, <c>gtin_all_zero</c>,
/// <c>upce_number_system</c> (UPC-E only), <c>gtin_check_digit</c>, <c>gtin_restricted_prefix</c>, <c>gtin_coupon_prefix</c>, <c>gtin_variable_measure</c>.
/// Immutable and thread-safe.
/// </remarks>
public sealed record GtinReading(Gtin? Gtin, string? Reason, GtinKind? Kind, string? Suggestion = null)
{
    /// <summary>Whether length, digits and check digit are right.</summary>
    public bool IsValid => Gtin is not null;

    /// <summary>Whether the number is valid and may be sent to a product feed.</summary>
    public bool IsUsable => Reason is null;
}
