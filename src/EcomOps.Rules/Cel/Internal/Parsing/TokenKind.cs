namespace EcomOps.Rules.Cel.Internal.Parsing;

internal enum TokenKind : byte
{
    End,
    Identifier,
    QuotedName,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Symbol,
}
