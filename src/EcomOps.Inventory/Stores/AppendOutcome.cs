namespace EcomOps.Inventory.Stores;

/// <summary>Answer of a store to an append: <see cref="Appended"/>, <see cref="SequenceConflict"/> or <see cref="AppendRefused"/>. An exception means that the outcome is unknown. Closed hierarchy.</summary>
public abstract record AppendOutcome
{
    private protected AppendOutcome()
    {
    }
}
