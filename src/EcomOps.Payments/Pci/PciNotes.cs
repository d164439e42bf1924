namespace EcomOps.Payments.Pci;

/// <summary>Notes on card data security for a shop whose card fields belong to the gateway (questionnaire SAQ A).</summary>
/// <remarks>As of 2026-01; the questionnaire that applies is decided with the acquirer. Static and thread-safe.</remarks>
public static class PciNotes
{
    /// <summary>The notes in reading order.</summary>
    public static IReadOnlyList<PciNote> SaqA { get; } =
    [
        new("Scope", "SAQ A", "Card numbers are entered in the gateway's fields or on its page; the shop's servers see tokens only.",
            "PaymentMethodToken is the only carrier of a payment method and refuses what looks like a card number."),
        new("Scripts on the payment page", "SAQ A eligibility (since 2025-03-31)", "Confirm that the site is not open to attacks from scripts. Requirements 6.4.3 and 11.6.1 left SAQ A; a full redirect is exempt (FAQ 1588).", ""),
        new("External scan", "11.3.2", "A scan by an approved vendor every three months, and after significant changes.", ""),
        new("Card numbers in logs and stores", "3.2 to 3.4", "None is stored, neither are security codes. Logs, exports and support tools are part of this.",
            "CardNumbers.Occurs finds card numbers in texts; records hold tokens and order ids only."),
        new("Access to the gateways' consoles", "8.4", "Every person has an own account with a second factor; keys are rotated when somebody leaves.", ""),
        new("Secrets", "8.6", "Interface keys lie in a secret store and not in code or configuration files.", "Adapters keep keys out of logs, exceptions and ToString."),
        new("Service providers", "12.8", "Keep a list of the providers that touch card data, with their attestations, and renew it every year.", ""),
        new("Incident plan", "12.10.1", "A plan exists that says who does what when card data may have leaked.", ""),
    ];
}
