namespace EcomOps.Inventory.Replenishment;

/// <summary>What a supplier allows in one order line.</summary>
/// <remarks>The order of the arithmetic is fixed: raise to the minimum, round up to the multiple, then cut to the maximum.</remarks>
public sealed record OrderConstraints
{
    /// <summary>No constraint: any whole quantity from 1.</summary>
    public static OrderConstraints None { get; } = new();

    /// <summary>Minimum order quantity (MOQ), in units; 1 or more, default 1. It applies to an order that is placed, not to the stock level.</summary>
    public long Minimum { get; init; } = 1;

    /// <summary>Pack multiple, in units; 1 or more, default 1.</summary>
    public long Multiple { get; init; } = 1;

    /// <summary>Largest quantity per order, in units; null (the default) for none.</summary>
    public long? Maximum { get; init; }

    /// <summary>The quantity to order for a need.</summary>
    /// <param name="need">Units needed; 0 or less needs no order.</param>
    /// <returns>
    /// The quantity: 0 for no need, else at least the minimum and a whole number of packs. Above the maximum it is cut to packs below it;
    /// if that falls under the minimum, nothing fits and the result is a conflict.
    /// </returns>
    /// <exception cref="InvalidOperationException">A constraint is below 1.</exception>
    public OrderQuantity Apply(long need)
    {
        if (Minimum < 1 || Multiple < 1 || Maximum < 1)
        {
            throw new InvalidOperationException("Minimum, multiple and maximum of an order must be 1 or more.");
        }

        if (need <= 0)
        {
            return new OrderQuantity.Orderable(0);
        }

        long wanted = Math.Max(need, Minimum);
        long packs = ((wanted - 1) / Multiple) + 1;
        long quantity = packs > long.MaxValue / Multiple ? long.MaxValue / Multiple * Multiple : packs * Multiple;
        if (Maximum is not { } maximum || quantity <= maximum)
        {
            return new OrderQuantity.Orderable(quantity);
        }

        long cut = maximum / Multiple * Multiple;
        return cut >= Minimum && cut > 0
            ? new OrderQuantity.Orderable(cut)
            : new OrderQuantity.ConstraintConflict(need, $"no whole number of packs of {Multiple} lies between the minimum {Minimum} and the maximum {maximum}");
    }
}
