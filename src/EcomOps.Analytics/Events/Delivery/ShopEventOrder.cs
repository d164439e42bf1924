namespace EcomOps.Analytics.Events.Delivery;

/// <summary>Orders events by time, then by id, so that every reader sees the same order. Thread-safe.</summary>
public sealed class ShopEventOrder : IComparer<ShopEvent>
{
    private ShopEventOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static ShopEventOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(ShopEvent? x, ShopEvent? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        int byTime = x.OccurredAt.CompareTo(y.OccurredAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(x.EventId, y.EventId);
    }
}
