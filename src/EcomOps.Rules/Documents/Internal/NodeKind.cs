namespace EcomOps.Rules.Documents.Internal;

internal enum NodeKind
{
    Scalar,
    Sequence,
    Mapping,
}
