using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel.Internal.Parsing;

// Values: literals, names, lists, maps and what stands in brackets.
internal sealed partial class ExpressionParser
{
    private CelNode Primary()
    {
        Token token = _token;
        switch (token.Kind)
        {
            case TokenKind.Int or TokenKind.Double:
                return Number(null);
            case TokenKind.Uint:
                Advance();
                return new CelLiteral(From(token.Start), CelLiteralKind.Uint, token.Value, token.Text);
            case TokenKind.String or TokenKind.Bytes:
                Advance();
                return new CelLiteral(From(token.Start), token.Kind == TokenKind.String ? CelLiteralKind.String : CelLiteralKind.Bytes, token.Value, token.Text);
            case TokenKind.Identifier:
                Advance();
                return Named(token, token.Start, false);
            case TokenKind.Symbol when token.Is("("):
                Advance();
                CelNode inner = Expression();
                Need(")", token.Start);
                return inner;
            case TokenKind.Symbol when token.Is("["):
                return List();
            case TokenKind.Symbol when token.Is("{"):
                return Map();
            case TokenKind.Symbol when token.Is("."):
                Advance();
                if (_token.Kind == TokenKind.Identifier)
                {
                    Token name = _token;
                    Advance();
                    return Named(name, token.Start, true);
                }

                Unexpected("A name is missing after '.'");
                return Nothing(token.Start);
            default:
                Unexpected("A value is missing");
                return Nothing(token.Start);
        }
    }

    private CelLiteral Number(Token? minus)
    {
        Token token = _token;
        int start = minus?.Start ?? token.Start;
        Advance();
        string text = minus is null ? token.Text : "-" + token.Text;
        if (token.Kind == TokenKind.Double)
        {
            double real = (double)token.Value!;
            return new CelLiteral(From(start), CelLiteralKind.Double, minus is null ? real : -real, text);
        }

        ulong digits = (ulong)token.Value!;
        ulong limit = minus is null ? (ulong)long.MaxValue : (ulong)long.MaxValue + 1;
        if (digits > limit)
        {
            _problems.Add(CelCodes.Literal, start, token.End - start, "The number does not fit a signed 64-bit integer; append u for an unsigned one, or write it with a point.");
            Stop();
        }

        return new CelLiteral(From(start), CelLiteralKind.Int, minus is null ? unchecked((long)digits) : unchecked(-(long)digits), text);
    }

    private CelNode Named(Token name, int start, bool rooted)
    {
        SourceSpan nameSpan = From(start);
        if (!rooted && name.Text is "true" or "false")
        {
            return new CelLiteral(nameSpan, CelLiteralKind.Bool, name.Text == "true", name.Text);
        }

        if (!rooted && name.Text == "null")
        {
            return new CelLiteral(nameSpan, CelLiteralKind.Null, null, name.Text);
        }

        if (Reserved.Contains(name.Text) || name.Text is "in" or "true" or "false" or "null")
        {
            _problems.Add(CelCodes.Syntax, name.Start, name.Text.Length, $"'{name.Text}' is a reserved word and cannot be a name here; rename it.");
            Stop();
            return Nothing(start);
        }

        if (!_token.Is("("))
        {
            return new CelIdentifier(nameSpan, name.Text, rooted);
        }

        List<CelNode> arguments = Arguments();
        return rooted
            ? new CelCall(From(start), name.Text, nameSpan, null, arguments, true)
            : _macros.Global(From(start), name.Text, arguments) ?? new CelCall(From(start), name.Text, nameSpan, null, arguments);
    }

    private CelNode List()
    {
        int start = _token.Start;
        Advance();
        List<CelNode> elements = [];
        HashSet<int>? optional = null;
        while (!_token.Is("]") && !_problems.HasProblem)
        {
            if (Take("?"))
            {
                (optional ??= []).Add(elements.Count);
            }

            elements.Add(Expression());
            if (!Take(","))
            {
                break;
            }
        }

        Need("]", start);
        return Checked(new CelList(From(start), elements, optional ?? NoOptionals));
    }

    private CelNode Map()
    {
        int start = _token.Start;
        Advance();
        List<CelMapEntry> entries = [];
        while (!_token.Is("}") && !_problems.HasProblem)
        {
            bool optional = Take("?");
            CelNode key = Expression();
            Need(":", -1);
            entries.Add(new CelMapEntry(key, Expression(), optional));
            if (!Take(","))
            {
                break;
            }
        }

        Need("}", start);
        return Checked(new CelMap(From(start), entries));
    }
}
