namespace EcomOps.Inventory.Counting;

/// <summary>How a count is booked.</summary>
/// <param name="Reference">Number of the count: the idempotency key, so that repeating the call books nothing twice.</param>
/// <param name="Reason">Reason code of the adjustments, for example <c>cycle_count</c>.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record CountPosting(string Reference, string Reason)
{
    /// <summary>Who books, as an id, or null.</summary>
    public string? Actor { get; init; }

    /// <summary>Who approved a count above <see cref="CountOptions.ApprovalOver"/>, as an id that counted none of its records; null when nobody did. Becomes the actor of the movements.</summary>
    public string? ApprovedBy { get; init; }
}
