namespace EcomOps.Operations.Documents;

/// <summary>A piece of a <see cref="Document"/>. Closed: the kinds are the sealed records of this namespace.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}
