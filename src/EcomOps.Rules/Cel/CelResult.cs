namespace EcomOps.Rules.Cel;

/// <summary>What an expression gave. Closed: <see cref="CelValue"/> or <see cref="CelFailure"/>.</summary>
public abstract record CelResult
{
    private protected CelResult()
    {
    }
}
