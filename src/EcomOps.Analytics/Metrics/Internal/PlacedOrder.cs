namespace EcomOps.Analytics.Metrics.Internal;

/// <summary>An order with its number in the customer's life, 1 for the first; 0 for a guest.</summary>
internal readonly record struct PlacedOrder(int Number, OrderFact Order);
