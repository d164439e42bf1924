namespace EcomOps.Inventory.Stores;

/// <summary>Another writer appended since the expected sequence; nothing was written.</summary>
public sealed record SequenceConflict : AppendOutcome
{
    /// <summary>The one instance that stores return.</summary>
    public static SequenceConflict Instance { get; } = new();
}
