using EcomOps.Core;

namespace EcomOps.Routing.Orders;

/// <summary>Where an order goes, as far as routing must know.</summary>
/// <param name="Country">Country.</param>
/// <param name="PostalCode">Postal code as the country writes it, or empty.</param>
/// <param name="Position">Coordinates; null when unknown, then distances are absent for rules.</param>
/// <remarks>Immutable; equal by value. No name and no street: routing needs neither. <see cref="ToString"/> shows the country only.</remarks>
public sealed record Destination(CountryCode Country, string PostalCode = "", GeoPoint? Position = null)
{
    /// <summary>From a postal address, leaving out who and which street.</summary>
    /// <param name="address">Address.</param>
    /// <returns>The destination.</returns>
    public static Destination Of(Address address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new Destination(address.Country, address.PostalCode, address.Location);
    }

    /// <summary>The country only, so that a log line holds no personal data.</summary>
    /// <returns>Country code.</returns>
    public override string ToString() => Country.Value;
}
