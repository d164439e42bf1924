namespace EcomOps.Inventory.Counting;

/// <summary>What is to become of a counted record: <see cref="CountAccepted"/>, <see cref="RecountNeeded"/> or <see cref="CountEscalated"/>. Closed hierarchy.</summary>
public abstract record CountDecision
{
    private protected CountDecision()
    {
    }
}
