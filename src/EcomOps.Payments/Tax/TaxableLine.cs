using EcomOps.Core;

namespace EcomOps.Payments.Tax;

/// <summary>A line of an order to be taxed.</summary>
/// <param name="Id">Id, unique within the order; decides ties, so that the order of lines never matters.</param>
/// <param name="Category">Tax category; null when it is not taxed.</param>
/// <param name="UnitPrice">Price of a unit, payable.</param>
/// <param name="Quantity">Units, 1 or more.</param>
/// <param name="UnitDiscount">Taken off each unit, payable; null for none.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record TaxableLine(string Id, string? Category, Money UnitPrice, long Quantity, Money? UnitDiscount = null);
