using EcomOps.Core;

namespace EcomOps.Catalog.Markup;

/// <summary>What shipping to a country costs and how long it takes.</summary>
/// <param name="Country">Destination.</param>
/// <param name="Rate">Cost; zero for free shipping.</param>
/// <param name="HandlingDays">Fewest and most business days until the parcel leaves; null when not said.</param>
/// <param name="TransitDays">Fewest and most business days on the way; null when not said.</param>
public sealed record ShippingOffer(CountryCode Country, Money Rate, (int Fewest, int Most)? HandlingDays = null, (int Fewest, int Most)? TransitDays = null);
