using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel.Internal.Parsing;

// Recursive descent. After the first problem every token is the end of the source, so that the descent unwinds without exceptions.
internal sealed partial class ExpressionParser
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    };

    private static readonly HashSet<int> NoOptionals = [];
    private readonly string _source;
    private readonly LineMap _lines;
    private readonly ProblemSink _problems;
    private readonly Lexer _lexer;
    private readonly MacroExpander _macros;
    private Token _token;
    private int _lastEnd;
    private int _nesting;

    public ExpressionParser(string source)
    {
        _source = source;
        _lines = new LineMap(source.Length > CelParser.MaximumLength ? string.Empty : source);
        _problems = new ProblemSink(_lines);
        _lexer = new Lexer(source, _problems);
        _macros = new MacroExpander(_problems);
    }

    public CelParseResult Parse()
    {
        if (_source.Length > CelParser.MaximumLength)
        {
            _problems.Add(CelCodes.TooLarge, 0, 1, $"The expression is longer than {CelParser.MaximumLength:N0} characters; split it into variables.");
            return new CelParseResult(null, [_problems.First!]);
        }

        _token = _lexer.Next();
        CelNode root = Expression();
        if (_token.Kind != TokenKind.End)
        {
            Unexpected("The expression should end here");
        }

        return _problems.First is { } problem ? new CelParseResult(null, [problem]) : new CelParseResult(root, []);
    }

    private SourceSpan From(int start) => _lines.Span(start, Math.Max(0, _lastEnd - start));

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next();
    }

    private bool Take(string symbol)
    {
        if (!_token.Is(symbol))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Need(string symbol, int opened)
    {
        if (!Take(symbol))
        {
            string where = opened < 0 ? string.Empty : $" for the one opened at {_lines.Span(opened, 1)}";
            Unexpected($"'{symbol}' is missing{where}");
        }
    }

    private void Unexpected(string expectation)
    {
        string found = _token.Kind == TokenKind.End ? "the end" : $"'{_source[_token.Start..Math.Min(_token.End, _token.Start + 40)]}'";
        string advice = _token switch
        {
            { Kind: TokenKind.Identifier, Text: "and" } => " Write '&&' for and.",
            { Kind: TokenKind.Identifier, Text: "or" } => " Write '||' for or.",
            { Kind: TokenKind.Identifier, Text: "not" } => " Write '!' for not.",
            _ => string.Empty,
        };
        string? fix = _token.Kind == TokenKind.Identifier ? _token.Text switch { "and" => "&&", "or" => "||", "not" => "!", _ => null } : null;
        _problems.Add(CelCodes.Syntax, Math.Min(_token.Start, _source.Length), Math.Max(1, _token.End - _token.Start), $"{expectation}, but {found} is here.{advice}", fix);
        Stop();
    }

    private void Stop() => _token = new Token(TokenKind.End, _source.Length, _source.Length, string.Empty);

    private CelNode Checked(CelNode node)
    {
        if (node.Depth > CelNode.MaximumDepth)
        {
            _problems.Add(CelCodes.TooLarge, node.Span.Offset, 1, $"The expression has more than {CelNode.MaximumDepth} levels; split it into variables.");
            Stop();
            return Nothing(node.Span.Offset);
        }

        return node;
    }

    private CelLiteral Nothing(int start) => new(_lines.Span(start, 0), CelLiteralKind.Null, null, "null");

    private bool Enter()
    {
        if (++_nesting <= CelParser.MaximumNesting)
        {
            return true;
        }

        _problems.Add(CelCodes.TooLarge, _token.Start, 1, $"The expression nests more than {CelParser.MaximumNesting} levels; split it into variables.");
        Stop();
        return false;
    }

    private CelNode Expression()
    {
        int start = _token.Start;
        if (!Enter())
        {
            return Nothing(start);
        }

        CelNode condition = Chain(CelOperator.Or, "||");
        if (Take("?"))
        {
            CelNode whenTrue = Chain(CelOperator.Or, "||");
            Need(":", -1);
            CelNode whenFalse = Expression();
            condition = Checked(new CelConditional(From(start), condition, whenTrue, whenFalse));
        }

        _nesting--;
        return condition;
    }

    private CelNode Chain(CelOperator @operator, string symbol)
    {
        CelNode first = @operator == CelOperator.Or ? Chain(CelOperator.And, "&&") : Relation();
        if (!_token.Is(symbol))
        {
            return first;
        }

        List<CelNode> operands = [first];
        while (Take(symbol))
        {
            operands.Add(@operator == CelOperator.Or ? Chain(CelOperator.And, "&&") : Relation());
        }

        return Balanced(@operator, operands, 0, operands.Count);
    }

    private CelNode Balanced(CelOperator @operator, List<CelNode> operands, int from, int to)
    {
        if (to - from == 1)
        {
            return operands[from];
        }

        int middle = (from + to + 1) / 2;
        CelNode left = Balanced(@operator, operands, from, middle);
        CelNode right = Balanced(@operator, operands, middle, to);
        return Checked(new CelBinary(left.Span.To(right.Span), @operator, left, right));
    }

    private CelNode Relation()
    {
        CelNode left = Sum();
        while (RelationOperator() is { } @operator)
        {
            Advance();
            CelNode right = Sum();
            left = Checked(new CelBinary(left.Span.To(right.Span), @operator, left, right));
        }

        return left;
    }

    private CelOperator? RelationOperator() => _token switch
    {
        { Kind: TokenKind.Identifier, Text: "in" } => CelOperator.In,
        { Kind: not TokenKind.Symbol } => null,
        { Text: "==" } => CelOperator.Equal,
        { Text: "!=" } => CelOperator.NotEqual,
        { Text: "<" } => CelOperator.Less,
        { Text: "<=" } => CelOperator.LessOrEqual,
        { Text: ">" } => CelOperator.Greater,
        { Text: ">=" } => CelOperator.GreaterOrEqual,
        _ => null,
    };

    private CelNode Sum()
    {
        CelNode left = Product();
        while (_token.Is("+") || _token.Is("-"))
        {
            CelOperator @operator = _token.Is("+") ? CelOperator.Add : CelOperator.Subtract;
            Advance();
            CelNode right = Product();
            left = Checked(new CelBinary(left.Span.To(right.Span), @operator, left, right));
        }

        return left;
    }

    private CelNode Product()
    {
        CelNode left = Unary();
        while (_token.Is("*") || _token.Is("/") || _token.Is("%"))
        {
            CelOperator @operator = _token.Is("*") ? CelOperator.Multiply : _token.Is("/") ? CelOperator.Divide : CelOperator.Modulo;
            Advance();
            CelNode right = Unary();
            left = Checked(new CelBinary(left.Span.To(right.Span), @operator, left, right));
        }

        return left;
    }

    private CelNode Unary()
    {
        int start = _token.Start;
        if (_token.Is("-"))
        {
            Token minus = _token;
            Advance();
            if (_token.Kind is TokenKind.Int or TokenKind.Double)
            {
                return Members(Number(minus), start);
            }

            return Prefixed(start, CelOperator.Negate);
        }

        return Take("!") ? Prefixed(start, CelOperator.Not) : Members(Primary(), start);
    }

    private CelNode Prefixed(int start, CelOperator @operator)
    {
        if (!Enter())
        {
            return Nothing(start);
        }

        CelNode operand = Unary();
        _nesting--;
        return Checked(new CelUnary(From(start), @operator, operand));
    }

    private CelNode Members(CelNode node, int start)
    {
        while (!_problems.HasProblem)
        {
            if (_token.Is("."))
            {
                Advance();
                node = Checked(Member(node, start));
            }
            else if (_token.Is("["))
            {
                int opened = _token.Start;
                Advance();
                bool optional = Take("?");
                CelNode index = Expression();
                Need("]", opened);
                node = Checked(new CelIndex(From(start), node, index, optional));
            }
            else if (_token.Is("{") && node is CelIdentifier or CelSelect { IsTest: false })
            {
                _problems.Add(CelCodes.MessageLiteral, node.Span.Offset, Math.Max(1, node.Span.Length), "Message literals are not supported: facts have no message types. Write a map, {\"name\": value}.");
                Stop();
            }
            else
            {
                break;
            }
        }

        return node;
    }

    private CelNode Member(CelNode operand, int start)
    {
        bool optional = Take("?");
        Token name = _token;
        if (name.Kind is not (TokenKind.Identifier or TokenKind.QuotedName))
        {
            Unexpected("A name is missing after '.'");
            return operand;
        }

        if (name.Kind == TokenKind.Identifier && name.Text is "in" or "true" or "false" or "null")
        {
            _problems.Add(CelCodes.Syntax, name.Start, name.Text.Length, $"'{name.Text}' cannot be a field's name as it stands; write `{name.Text}` in backquotes.", $"`{name.Text}`");
            Stop();
            return operand;
        }

        Advance();
        SourceSpan nameSpan = From(name.Start);
        if (name.Kind == TokenKind.Identifier && !optional && _token.Is("("))
        {
            List<CelNode> arguments = Arguments();
            return _macros.Member(From(start), operand, name.Text, nameSpan, arguments) ?? new CelCall(From(start), name.Text, nameSpan, operand, arguments);
        }

        return new CelSelect(From(start), operand, name.Text, nameSpan, optional);
    }

    private List<CelNode> Arguments()
    {
        int opened = _token.Start;
        Advance();
        List<CelNode> arguments = [];
        if (Take(")"))
        {
            return arguments;
        }

        do
        {
            arguments.Add(Expression());
        }
        while (Take(",") && !_problems.HasProblem);
        Need(")", opened);
        return arguments;
    }
}
