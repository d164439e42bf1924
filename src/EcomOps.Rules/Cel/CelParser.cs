using System.Globalization;
using System.Text;
using EcomOps.Core;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>Parses CEL.</summary>
public static class CelParser
{
    /// <summary>Parses a source.</summary>
    /// <param name="source">CEL.</param>
    /// <returns>Tree or diagnostics.</returns>
    public static CelParseResult Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var parser = new Machine(source);
        try
        {
            return new CelParseResult(parser.Run(), []);
        }
        catch (Machine.Stop stop)
        {
            return new CelParseResult(null, [new Diagnostic("RUL1001", stop.Message, parser.Span(stop.Offset, stop.Length))]);
        }
    }

    private sealed class Machine(string source)
    {
        private int _at;
        private int _depth;

        internal sealed class Stop(int offset, int length, string message) : Exception(message)
        {
            public int Offset { get; } = offset;

            public int Length { get; } = length;
        }

        public SourceSpan Span(int offset, int length)
        {
            int line = 1;
            int column = 1;
            for (int i = 0; i < offset && i < source.Length; i++)
            {
                if (source[i] == '\n')
                {
                    line++;
                    column = 1;
                }
                else
                {
                    column++;
                }
            }

            return new SourceSpan(offset, length, line, column);
        }

        private SourceSpan From(int start) => Span(start, _end - start);

        private int _end;

        public CelNode Run()
        {
            if (source.Length > 32_768)
            {
                throw new Stop(0, 1, "The expression is longer than 32,768 characters.");
            }

            Skip();
            CelNode node = Expression();
            if (_at < source.Length)
            {
                throw Fail($"'{source[_at]}' does not belong here.");
            }

            return node;
        }

        private Stop Fail(string message) => new(Math.Min(_at, source.Length), 1, message);

        private void Skip()
        {
            while (_at < source.Length)
            {
                if (char.IsWhiteSpace(source[_at]))
                {
                    _at++;
                }
                else if (source[_at] == '/' && _at + 1 < source.Length && source[_at + 1] == '/')
                {
                    while (_at < source.Length && source[_at] != '\n')
                    {
                        _at++;
                    }
                }
                else
                {
                    return;
                }
            }
        }

        private bool Peek(string text) => string.CompareOrdinal(source, _at, text, 0, text.Length) == 0;

        private bool Take(string text)
        {
            if (!Peek(text))
            {
                return false;
            }

            _at += text.Length;
            _end = _at;
            Skip();
            return true;
        }

        private void Need(string text)
        {
            if (!Take(text))
            {
                throw Fail($"'{text}' is missing here.");
            }
        }

        private CelNode Expression()
        {
            if (++_depth > 100)
            {
                throw Fail("The expression nests too deep.");
            }

            int start = _at;
            CelNode condition = Chain(CelOperator.Or);
            if (Take("?"))
            {
                CelNode yes = Chain(CelOperator.Or);
                Need(":");
                CelNode no = Expression();
                condition = new CelConditional(From(start), condition, yes, no);
            }

            _depth--;
            return condition;
        }

        private CelNode Chain(CelOperator op)
        {
            int start = _at;
            List<CelNode> operands = [Operand()];
            while (Take(op == CelOperator.Or ? "||" : "&&"))
            {
                operands.Add(Operand());
            }

            return Balanced(op, operands, 0, operands.Count, start);

            CelNode Operand() => op == CelOperator.Or ? Chain(CelOperator.And) : Relation();
        }

        private static CelNode Balanced(CelOperator op, List<CelNode> operands, int from, int to, int start)
        {
            if (to - from == 1)
            {
                return operands[from];
            }

            int middle = (from + to) / 2;
            CelNode left = Balanced(op, operands, from, middle, start);
            CelNode right = Balanced(op, operands, middle, to, start);
            return new CelBinary(left.Span.To(right.Span), op, left, right);
        }

        private CelNode Relation()
        {
            CelNode left = Sum();
            while (true)
            {
                CelOperator? op = Take("==") ? CelOperator.Equal
                    : Take("!=") ? CelOperator.NotEqual
                    : Take("<=") ? CelOperator.LessOrEqual
                    : Take(">=") ? CelOperator.GreaterOrEqual
                    : Take("<") ? CelOperator.Less
                    : Take(">") ? CelOperator.Greater
                    : Word("in") ? CelOperator.In
                    : null;
                if (op is not { } found)
                {
                    return left;
                }

                CelNode right = Sum();
                left = new CelBinary(left.Span.To(right.Span), found, left, right);
            }
        }

        private bool Word(string word)
        {
            if (!Peek(word) || (_at + word.Length < source.Length && IsPart(source[_at + word.Length])))
            {
                return false;
            }

            return Take(word);
        }

        private CelNode Sum()
        {
            CelNode left = Product();
            while (true)
            {
                CelOperator? op = Take("+") ? CelOperator.Add : Take("-") ? CelOperator.Subtract : null;
                if (op is not { } found)
                {
                    return left;
                }

                CelNode right = Product();
                left = new CelBinary(left.Span.To(right.Span), found, left, right);
            }
        }

        private CelNode Product()
        {
            CelNode left = Unary();
            while (true)
            {
                CelOperator? op = Take("*") ? CelOperator.Multiply : Take("/") ? CelOperator.Divide : Take("%") ? CelOperator.Modulo : null;
                if (op is not { } found)
                {
                    return left;
                }

                CelNode right = Unary();
                left = new CelBinary(left.Span.To(right.Span), found, left, right);
            }
        }

        private CelNode Unary()
        {
            if (++_depth > 250)
            {
                throw Fail("The expression nests too deep.");
            }

            int start = _at;
            CelNode node;
            if (Peek("!") && !Peek("!=") && Take("!"))
            {
                CelNode operand = Unary();
                node = new CelUnary(From(start), CelOperator.Not, operand);
            }
            else if (Peek("-") && !(_at + 1 < source.Length && char.IsAsciiDigit(source[_at + 1])) && Take("-"))
            {
                CelNode operand = Unary();
                node = new CelUnary(From(start), CelOperator.Negate, operand);
            }
            else
            {
                node = Member();
            }

            _depth--;
            return node;
        }

        private CelNode Member()
        {
            int start = _at;
            CelNode node = Primary();
            while (true)
            {
                if (Take("."))
                {
                    bool optional = Take("?");
                    int nameStart = _at;
                    string name = Name(true);
                    SourceSpan nameSpan = From(nameStart);
                    if (!optional && Take("("))
                    {
                        List<CelNode> arguments = Arguments(")");
                        node = Macro(node, name, arguments, start, nameSpan) ?? new CelCall(From(start), name, nameSpan, node, arguments);
                    }
                    else
                    {
                        node = new CelSelect(From(start), node, name, nameSpan, optional);
                    }
                }
                else if (Take("["))
                {
                    bool optional = Take("?");
                    CelNode index = Expression();
                    Need("]");
                    node = new CelIndex(From(start), node, index, optional);
                }
                else
                {
                    return node;
                }
            }
        }

        private List<CelNode> Arguments(string close)
        {
            List<CelNode> arguments = [];
            if (Take(close))
            {
                return arguments;
            }

            do
            {
                arguments.Add(Expression());
            }
            while (Take(","));
            Need(close);
            return arguments;
        }

        private CelNode? Macro(CelNode target, string name, List<CelNode> a, int start, SourceSpan nameSpan)
        {
            if (target is CelIdentifier { Name: "cel" } && name == "bind" && a.Count == 3 && a[0] is CelIdentifier bound)
            {
                return new CelBind(From(start), CelBindKind.Bind, bound.Name, a[1], a[2]);
            }

            string? v = a.Count > 0 && a[0] is CelIdentifier first ? first.Name : null;
            string? w = a.Count > 2 && a[1] is CelIdentifier second ? second.Name : null;
            return (name, a.Count) switch
            {
                ("all", 2) when v is not null => new CelComprehension(From(start), CelComprehensionKind.All, target, v, null, a[1], null),
                ("exists", 2) when v is not null => new CelComprehension(From(start), CelComprehensionKind.Exists, target, v, null, a[1], null),
                ("exists_one" or "existsOne", 2) when v is not null => new CelComprehension(From(start), CelComprehensionKind.ExistsOne, target, v, null, a[1], null),
                ("filter", 2) when v is not null => new CelComprehension(From(start), CelComprehensionKind.Filter, target, v, null, a[1], null),
                ("map", 2) when v is not null => new CelComprehension(From(start), CelComprehensionKind.Map, target, v, null, null, a[1]),
                ("map", 3) when v is not null => new CelComprehension(From(start), CelComprehensionKind.Map, target, v, null, a[1], a[2]),
                ("all", 3) when v is not null && w is not null => new CelComprehension(From(start), CelComprehensionKind.All, target, v, w, a[2], null),
                ("exists", 3) when v is not null && w is not null => new CelComprehension(From(start), CelComprehensionKind.Exists, target, v, w, a[2], null),
                _ => null,
            };
        }

        private CelNode Primary()
        {
            int start = _at;
            if (_at >= source.Length)
            {
                throw Fail("The expression ends where an operand must stand.");
            }

            if (Take("("))
            {
                CelNode inner = Expression();
                Need(")");
                return inner;
            }

            if (Take("["))
            {
                List<CelNode> elements = Arguments("]");
                return new CelList(From(start), elements, new HashSet<int>());
            }

            if (Take("{"))
            {
                List<CelMapEntry> entries = [];
                if (!Take("}"))
                {
                    do
                    {
                        CelNode key = Expression();
                        Need(":");
                        entries.Add(new CelMapEntry(key, Expression(), false));
                    }
                    while (Take(","));
                    Need("}");
                }

                return new CelMap(From(start), entries);
            }

            char c = source[_at];
            if (c is '\'' or '"' || ((c is 'r' or 'R') && _at + 1 < source.Length && source[_at + 1] is '\'' or '"'))
            {
                return Text();
            }

            if (char.IsAsciiDigit(c) || (c == '-' && _at + 1 < source.Length && char.IsAsciiDigit(source[_at + 1])) || (c == '.' && _at + 1 < source.Length && char.IsAsciiDigit(source[_at + 1])))
            {
                return Number();
            }

            string name = Name(false);
            SourceSpan nameSpan = From(start);
            if (name is "true" or "false")
            {
                return new CelLiteral(nameSpan, CelLiteralKind.Bool, name == "true", name);
            }

            if (name == "null")
            {
                return new CelLiteral(nameSpan, CelLiteralKind.Null, null, name);
            }

            if (Take("("))
            {
                List<CelNode> arguments = Arguments(")");
                return name == "has" && arguments is [CelSelect { IsTest: false } select]
                    ? new CelSelect(From(start), select.Operand, select.Field, select.FieldSpan, false, true)
                    : new CelCall(From(start), name, nameSpan, null, arguments);
            }

            return new CelIdentifier(nameSpan, name);
        }

        private string Name(bool field)
        {
            int start = _at;
            if (field && _at < source.Length && source[_at] == '`')
            {
                int close = source.IndexOf('`', _at + 1);
                if (close < 0)
                {
                    throw Fail("A backquote is missing.");
                }

                _at = close + 1;
                _end = _at;
                Skip();
                return source[(start + 1)..close];
            }

            while (_at < source.Length && IsPart(source[_at]))
            {
                _at++;
            }

            if (_at == start)
            {
                throw Fail($"'{source[Math.Min(_at, source.Length - 1)]}' does not belong here.");
            }

            string name = source[start.._at];
            _end = _at;
            Skip();
            return name;
        }

        private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

        private CelLiteral Number()
        {
            int start = _at;
            if (source[_at] == '-')
            {
                _at++;
            }

            bool real = false;
            while (_at < source.Length && (char.IsAsciiDigit(source[_at]) || (source[_at] == '.' && _at + 1 < source.Length && char.IsAsciiDigit(source[_at + 1]))
                || source[_at] is 'e' or 'E' || (source[_at] is '+' or '-' && source[_at - 1] is 'e' or 'E')))
            {
                real |= source[_at] is '.' or 'e' or 'E';
                _at++;
            }

            string text = source[start.._at];
            _end = _at;
            Skip();
            return real
                ? new CelLiteral(From(start), CelLiteralKind.Double, double.Parse(text, CultureInfo.InvariantCulture), text)
                : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
                    ? new CelLiteral(From(start), CelLiteralKind.Int, whole, text)
                    : throw new Stop(start, text.Length, "The number does not fit 64 bits.");
        }

        private CelLiteral Text()
        {
            int start = _at;
            bool raw = source[_at] is 'r' or 'R';
            if (raw)
            {
                _at++;
            }

            char quote = source[_at++];
            var text = new StringBuilder();
            while (_at < source.Length && source[_at] != quote)
            {
                char c = source[_at++];
                if (c == '\\' && !raw && _at < source.Length)
                {
                    char e = source[_at++];
                    text.Append(e switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => e });
                }
                else
                {
                    text.Append(c);
                }
            }

            if (_at >= source.Length)
            {
                throw new Stop(start, 1, "The text does not end.");
            }

            _at++;
            _end = _at;
            Skip();
            return new CelLiteral(From(start), CelLiteralKind.String, text.ToString(), source[start.._end]);
        }
    }
}
