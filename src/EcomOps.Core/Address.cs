namespace EcomOps.Core;

/// <summary>A postal address. Personal data: never write it to logs or reports.</summary>
/// <param name="Country">Country.</param>
/// <param name="PostalCode">Postal code as the country writes it, or empty.</param>
/// <param name="City">City, or empty.</param>
/// <param name="Line1">Street and number, or empty.</param>
/// <param name="Line2">More of the street address, or empty.</param>
/// <param name="Region">State or province code (ISO 3166-2 without the country), or empty.</param>
/// <param name="Location">Coordinates if known.</param>
/// <remarks>Equal by value. Immutable and thread-safe. <see cref="ToString"/> shows the country and region only.</remarks>
public sealed record Address(
    CountryCode Country,
    string PostalCode = "",
    string City = "",
    string Line1 = "",
    string Line2 = "",
    string Region = "",
    GeoPoint? Location = null)
{
    /// <summary>Country and region only, so that a log line never holds personal data.</summary>
    /// <returns>For example <c>US-CA</c> or <c>NL</c>.</returns>
    public override string ToString() => Region.Length == 0 ? Country.Value : $"{Country.Value}-{Region}";
}
