namespace EcomOps.Inventory.Counting;

/// <summary>One count of one record against the book of that moment.</summary>
/// <param name="Line">What was found, and by whom.</param>
/// <param name="Book">Units that the book had at the moment of counting.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record CountTake(CountedLine Line, long Book)
{
    /// <summary>Units found less units in the book. Two counts agree when these are equal: units that moved between them do not matter.</summary>
    public long Variance => Line.Quantity - Book;
}
