namespace EcomOps.Inventory.Stores;

/// <summary>The batch is durable.</summary>
public sealed record Appended : AppendOutcome
{
    /// <summary>The one instance that stores return.</summary>
    public static Appended Instance { get; } = new();
}
