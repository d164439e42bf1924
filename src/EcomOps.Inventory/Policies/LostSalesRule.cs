namespace EcomOps.Inventory.Policies;

/// <summary>How much to order at a review, from the inventory position (on hand and on order; nothing is owed where sales are lost).</summary>
/// <remarks>Closed; equality by value.</remarks>
public abstract record LostSalesRule
{
    private LostSalesRule()
    {
    }

    internal abstract long Order(long position);

    internal abstract long Highest { get; }

    /// <summary>(R, S): order up to a level at every review.</summary>
    /// <param name="Level">S, in units; 0 or more.</param>
    public sealed record OrderUpTo(long Level) : LostSalesRule
    {
        internal override long Highest => Level;

        internal override long Order(long position) => Math.Max(0, Level - position);
    }

    /// <summary>(s, Q): at or below s order the fewest lots that lift the position above s.</summary>
    /// <param name="ReorderPoint">s, in units; 0 or more.</param>
    /// <param name="Quantity">Q, in units; 1 or more.</param>
    public sealed record ReorderQuantity(long ReorderPoint, long Quantity) : LostSalesRule
    {
        internal override long Highest => ReorderPoint + Quantity;

        internal override long Order(long position) => position > ReorderPoint ? 0 : (((ReorderPoint - position) / Quantity) + 1) * Quantity;
    }

    /// <summary>(s, S): at or below s order up to S.</summary>
    /// <param name="ReorderPoint">s, in units; 0 or more.</param>
    /// <param name="Level">S, in units; above s.</param>
    public sealed record MinMax(long ReorderPoint, long Level) : LostSalesRule
    {
        internal override long Highest => Level;

        internal override long Order(long position) => position > ReorderPoint ? 0 : Level - position;
    }
}
