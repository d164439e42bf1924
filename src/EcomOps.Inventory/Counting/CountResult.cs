using EcomOps.Core;

namespace EcomOps.Inventory.Counting;

/// <summary>One counted record against the book.</summary>
/// <param name="Record">The record.</param>
/// <param name="Takes">Its counts in order; at least one.</param>
/// <param name="Class">Class of the item.</param>
/// <param name="IsWithinTolerance">Whether the difference of <see cref="Current"/> is within the tolerance of its class.</param>
/// <param name="Decision">What is to become of it.</param>
/// <param name="UnitCost">Cost of one unit, or null when it is not known.</param>
/// <remarks>Immutable.</remarks>
public sealed record CountResult(CountRecord Record, IReadOnlyList<CountTake> Takes, CountClass Class, bool IsWithinTolerance, CountDecision Decision, Money? UnitCost = null)
{
    /// <summary>The count that stands, or the last one while none does.</summary>
    public CountTake Current => Decision is CountAccepted accepted ? accepted.Take : Takes[^1];

    /// <summary>What was found.</summary>
    public CountedLine Line => Current.Line;

    /// <summary>Units that the book had at the moment of counting.</summary>
    public long Book => Current.Book;

    /// <summary>Units found less units in the book.</summary>
    public long Variance => Current.Variance;

    /// <summary>Worth of the difference at cost, negative for units missing; null when the cost is not known.</summary>
    public Money? VarianceValue => UnitCost * Variance;
}
