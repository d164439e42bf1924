namespace EcomOps.Operations.Settings;

/// <summary>What an <see cref="ExclusionRule"/> asks of a field. Closed: the kinds are the sealed records of this namespace.</summary>
public abstract record RowTest
{
    private protected RowTest()
    {
    }
}
