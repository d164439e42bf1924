using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Customers;

/// <summary>One customer order (or refund) as customer analysis needs it.</summary>
/// <param name="CustomerId">Id of the customer; blank for a guest, who is left out and counted.</param>
/// <param name="At">When the order was placed, or the refund booked.</param>
/// <param name="Value">Net value of the order before returns; for a refund the refunded value, 0 or more.</param>
/// <param name="IsRefund">Whether this is a refund: it lowers the monetary value on its day and is no purchase.</param>
public readonly record struct CustomerOrder(string? CustomerId, Instant At, Money Value, bool IsRefund = false);
