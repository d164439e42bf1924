namespace EcomOps.Inventory.Replenishment;

/// <summary>What order constraints make of a need.</summary>
public abstract record OrderQuantity
{
    private OrderQuantity()
    {
    }

    /// <summary>A quantity that can be ordered.</summary>
    /// <param name="Units">Units; 0 when nothing is needed.</param>
    public sealed record Orderable(long Units) : OrderQuantity;

    /// <summary>The constraints leave no quantity that can be ordered.</summary>
    /// <param name="Need">Units that were needed.</param>
    /// <param name="Reason">Which constraints contradict each other.</param>
    public sealed record ConstraintConflict(long Need, string Reason) : OrderQuantity;
}
