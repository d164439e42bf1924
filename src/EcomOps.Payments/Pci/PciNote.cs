namespace EcomOps.Payments.Pci;

/// <summary>A duty of a shop that takes cards, and how these packages help with it.</summary>
/// <param name="Topic">Topic.</param>
/// <param name="Requirement">Requirement of PCI DSS 4.0.1, or the questionnaire; empty where there is no number.</param>
/// <param name="Duty">What the merchant has to do or show.</param>
/// <param name="Support">What the packages do about it; empty when nothing.</param>
/// <remarks>Immutable; equal by value. No legal advice and no attestation.</remarks>
public sealed record PciNote(string Topic, string Requirement, string Duty, string Support);
