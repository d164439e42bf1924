using EcomOps.Core;

namespace EcomOps.Operations.History;

/// <summary>What fraud screening may know of an order; no card number and no address.</summary>
/// <param name="CardCountry">Country of the card's issuer; null if unknown.</param>
/// <param name="IpCountry">Country of the network address; null if unknown.</param>
/// <param name="BillingMatchesShipping">Whether billing and shipping address are the same.</param>
/// <param name="AddressCheckPassed">Whether the issuer confirmed the address; null if not asked.</param>
/// <param name="SecurityCodePassed">Whether the issuer confirmed the card's security code; null if not asked.</param>
/// <param name="CardAttemptsLastHour">Attempts with the same card in the hour before, 0 or more.</param>
/// <param name="CustomerAgeDays">Days since the customer's account was made, 0 or more.</param>
/// <param name="Disputed">Whether the payment was disputed later; null while that can't be known.</param>
public sealed record OrderRiskFacts(
    CountryCode? CardCountry,
    CountryCode? IpCountry,
    bool BillingMatchesShipping,
    bool? AddressCheckPassed,
    bool? SecurityCodePassed,
    int CardAttemptsLastHour,
    int CustomerAgeDays,
    bool? Disputed);
