namespace EcomOps.Rules.Analysis.Internal;

internal enum TermKind
{
    Other,
    Bool,
    Int,
    Decimal,
    Double,
    Text,
    Date,
    Timestamp,
    Duration,
}
