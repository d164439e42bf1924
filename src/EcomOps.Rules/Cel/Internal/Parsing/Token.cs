namespace EcomOps.Rules.Cel.Internal.Parsing;

// Symbols are told apart by Text, an interned constant; literals carry their value. The value of an integer is its digits: the sign belongs to it.
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text, object? Value = null)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && ReferenceEquals(Text, symbol);
}
