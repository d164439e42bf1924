using EcomOps.Core;

namespace EcomOps.Inventory.Counting;

/// <summary>One counted record against the book.</summary>
/// <param name="Line">What was found.</param>
/// <param name="Book">Units that the book had at the moment of counting.</param>
/// <param name="Class">Class of the item.</param>
/// <param name="IsWithinTolerance">Whether the difference is accepted without a second count.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record CountResult(CountedLine Line, long Book, CountClass Class, bool IsWithinTolerance)
{
    /// <summary>Units found less units in the book.</summary>
    public long Variance => Line.Quantity - Book;
}
