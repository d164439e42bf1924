using EcomOps.Core;

namespace EcomOps.Payments.Tax;

/// <summary>A line or the shipping with its tax.</summary>
/// <param name="Id">Id of the line; <c>shipping</c> for the shipping.</param>
/// <param name="Amount">Amount after discounts, as priced.</param>
/// <param name="Discount">Its share of the order's discounts.</param>
/// <param name="Tax">Tax, payable.</param>
/// <param name="Rate">Rate; null when it is not taxed.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record TaxedPart(string Id, Money Amount, Money Discount, Money Tax, TaxRate? Rate);
