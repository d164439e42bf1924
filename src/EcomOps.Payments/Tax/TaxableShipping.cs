using EcomOps.Core;

namespace EcomOps.Payments.Tax;

/// <summary>Shipping of an order to be taxed: a line of its own.</summary>
/// <param name="Fee">Fee, payable.</param>
/// <param name="Category">Tax category; null when it is not taxed.</param>
/// <param name="DiscountPercent">Percent taken off the fee before tax, 0 to 100; the discount is rounded half up.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record TaxableShipping(Money Fee, string? Category, decimal DiscountPercent = 0m);
