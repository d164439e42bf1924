namespace EcomOps.Payments.Fraud;

/// <summary>A rule that matched and what it added to the score.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Points">Points, negative for what speaks for the customer.</param>
/// <param name="Reason">Reason for people of the shop; never shown to the shopper.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record FraudReason(string Rule, int Points, string Reason);
