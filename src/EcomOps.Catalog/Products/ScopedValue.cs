namespace EcomOps.Catalog.Products;

/// <summary>A value and where it holds.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Channel">Channel, for example <c>google</c>; null for every channel.</param>
/// <param name="Locale">Locale as a BCP 47 tag, for example <c>de-AT</c>; null for every locale.</param>
/// <remarks>Channels and locales compare without regard to case. Immutable.</remarks>
public sealed record ScopedValue<T>(T Value, string? Channel = null, string? Locale = null)
    where T : notnull
{
    internal bool IsFor(string? channel, string? locale) =>
        string.Equals(Channel, channel, StringComparison.OrdinalIgnoreCase) && string.Equals(Locale, locale, StringComparison.OrdinalIgnoreCase);
}
