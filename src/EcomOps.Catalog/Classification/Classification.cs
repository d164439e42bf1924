namespace EcomOps.Catalog.Classification;

/// <summary>Where rules put a product.</summary>
/// <remarks>Closed: <see cref="Classified"/>, <see cref="Unclassified"/>, <see cref="ClassificationFailed"/>. Immutable and thread-safe.</remarks>
public abstract record Classification
{
    private protected Classification()
    {
    }
}
