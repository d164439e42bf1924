using System.Globalization;
using System.Text;
using EcomOps.Rules.Cel.Internal.Parsing;

namespace EcomOps.Rules.Cel.Internal.Printing;

internal sealed class ExpressionWriter
{
    private const int Primary = 8;
    private const int UnaryLevel = 7;
    private readonly StringBuilder _text = new();

    public string Write(CelNode node)
    {
        Node(node, 0);
        return _text.ToString();
    }

    // Levels of the grammar, loosest first: conditional 0, || 1, && 2, relations 3, sums 4, products 5, unary 7, members 8.
    private static int Level(CelNode node) => node switch
    {
        CelConditional => 0,
        CelBinary { Operator: CelOperator.Or } => 1,
        CelBinary { Operator: CelOperator.And } => 2,
        CelBinary { Operator: CelOperator.Add or CelOperator.Subtract } => 4,
        CelBinary { Operator: CelOperator.Multiply or CelOperator.Divide or CelOperator.Modulo } => 5,
        CelBinary => 3,
        CelUnary => UnaryLevel,
        _ => Primary,
    };

    private void Node(CelNode node, int least)
    {
        bool brackets = Level(node) < least;
        _text.Append(brackets ? "(" : string.Empty);
        switch (node)
        {
            case CelConditional conditional:
                Node(conditional.Condition, 1);
                _text.Append(" ? ");
                Node(conditional.WhenTrue, 1);
                _text.Append(" : ");
                Node(conditional.WhenFalse, 0);
                break;
            case CelBinary { Operator: CelOperator.And or CelOperator.Or } logic:
                Chain(logic);
                break;
            case CelBinary binary:
                Node(binary.Left, Level(binary));
                _text.Append(' ').Append(Symbol(binary.Operator)).Append(' ');
                Node(binary.Right, Level(binary) + 1);
                break;
            case CelUnary unary:
                Unary(unary);
                break;
            case CelLiteral literal:
                Literal(literal);
                break;
            case CelIdentifier identifier:
                Identifier(identifier);
                break;
            case CelSelect select:
                _text.Append(select.IsTest ? "has(" : string.Empty);
                Node(select.Operand, Primary);
                _text.Append(select.IsOptional ? ".?" : ".").Append(FieldName(select.Field)).Append(select.IsTest ? ")" : string.Empty);
                break;
            case CelIndex index:
                Node(index.Operand, Primary);
                _text.Append(index.IsOptional ? "[?" : "[");
                Node(index.Index, 0);
                _text.Append(']');
                break;
            case CelCall call:
                Call(call.Target, (call.IsRooted ? "." : string.Empty) + call.Function, [], call.Arguments);
                break;
            case CelComprehension walk:
                Call(walk.Range, Name(walk), walk.SecondVariable is null ? [walk.Variable] : [walk.Variable, walk.SecondVariable], [.. new[] { walk.Condition, walk.Result }.OfType<CelNode>()]);
                break;
            case CelBind { Kind: CelBindKind.Bind } bind:
                Call(null, "cel.bind", [bind.Variable], [bind.Value, bind.Body]);
                break;
            case CelBind bind:
                Call(bind.Value, bind.Kind == CelBindKind.OptMap ? "optMap" : "optFlatMap", [bind.Variable], [bind.Body]);
                break;
            case CelBlock block:
                _text.Append("cel.block([");
                Items(block.Values, null);
                _text.Append("], ");
                Node(block.Body, 0);
                _text.Append(')');
                break;
            case CelList list:
                _text.Append('[');
                Items(list.Elements, list.OptionalElements);
                _text.Append(']');
                break;
            case CelMap map:
                Map(map);
                break;
            default:
                throw new ArgumentException($"{node.GetType().Name} is no expression.", nameof(node));
        }

        _text.Append(brackets ? ")" : string.Empty);
    }

    private void Chain(CelBinary logic)
    {
        IReadOnlyList<CelNode> operands = CelBinary.Flatten(logic, logic.Operator);
        for (int i = 0; i < operands.Count; i++)
        {
            _text.Append(i == 0 ? string.Empty : logic.Operator == CelOperator.And ? " && " : " || ");
            Node(operands[i], Level(logic) + 1);
        }
    }

    private void Unary(CelUnary unary)
    {
        _text.Append(unary.Operator == CelOperator.Not ? '!' : '-');

        // A minus before a number would become part of the number.
        CelNode first = unary.Operand;
        while (Receiver(first) is { } receiver)
        {
            first = receiver;
        }

        bool number = unary.Operator == CelOperator.Negate && first is CelLiteral { Kind: CelLiteralKind.Int or CelLiteralKind.Double } literal && !literal.Text.StartsWith('-');
        Node(unary.Operand, number ? Primary + 1 : UnaryLevel);
    }

    // What the text of a node begins with, when that is another node.
    private static CelNode? Receiver(CelNode node) => node switch
    {
        CelSelect { IsTest: false } select => select.Operand,
        CelIndex index => index.Operand,
        CelCall call => call.Target,
        CelComprehension walk => walk.Range,
        CelBind { Kind: not CelBindKind.Bind } bind => bind.Value,
        _ => null,
    };

    private void Call(CelNode? target, string name, string[] names, IReadOnlyList<CelNode> arguments)
    {
        if (target is not null)
        {
            Node(target, Primary);
            _text.Append('.');
        }

        _text.Append(name).Append('(');
        for (int i = 0; i < names.Length; i++)
        {
            _text.Append(i == 0 ? string.Empty : ", ");
            Variable(names[i]);
        }

        _text.Append(names.Length > 0 && arguments.Count > 0 ? ", " : string.Empty);
        Items(arguments, null);
        _text.Append(')');
    }

    private void Items(IReadOnlyList<CelNode> items, IReadOnlySet<int>? optional)
    {
        for (int i = 0; i < items.Count; i++)
        {
            _text.Append(i == 0 ? string.Empty : ", ").Append(optional?.Contains(i) == true ? "?" : string.Empty);
            Node(items[i], 0);
        }
    }

    private void Map(CelMap map)
    {
        _text.Append('{');
        for (int i = 0; i < map.Entries.Count; i++)
        {
            CelMapEntry entry = map.Entries[i];
            _text.Append(i == 0 ? string.Empty : ", ").Append(entry.IsOptional ? "?" : string.Empty);
            Node(entry.Key, 0);
            _text.Append(": ");
            Node(entry.Value, 0);
        }

        _text.Append('}');
    }

    private void Identifier(CelIdentifier identifier)
    {
        _text.Append(identifier.IsRooted ? "." : string.Empty);
        Variable(identifier.Name);
    }

    private void Variable(string name)
    {
        if (name.StartsWith(MacroExpander.IndexPrefix, StringComparison.Ordinal))
        {
            _text.Append("cel.index(").Append(name.AsSpan(MacroExpander.IndexPrefix.Length)).Append(')');
        }
        else if (name.StartsWith(MacroExpander.IterationPrefix, StringComparison.Ordinal))
        {
            string[] parts = name.Split(':');
            _text.Append(CultureInfo.InvariantCulture, $"cel.iterVar({parts[1]}, {parts[2]})");
        }
        else
        {
            _text.Append(name);
        }
    }

    private void Literal(CelLiteral literal)
    {
        switch (literal.Kind)
        {
            case CelLiteralKind.String:
                Quoted((string)literal.Value!);
                break;
            case CelLiteralKind.Bytes:
                _text.Append("b'");
                foreach (byte octet in ((ReadOnlyMemory<byte>)literal.Value!).Span)
                {
                    _text.Append(octet is >= 32 and < 127 and not ((byte)'\'' or (byte)'\\') ? ((char)octet).ToString() : $"\\x{octet:x2}");
                }

                _text.Append('\'');
                break;
            default:
                _text.Append(literal.Text);
                break;
        }
    }

    private void Quoted(string value)
    {
        _text.Append('"');
        foreach (char c in value)
        {
            _text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        _text.Append('"');
    }

    private static string FieldName(string field)
    {
        bool plain = field.Length > 0 && !char.IsAsciiDigit(field[0]) && field is not ("in" or "true" or "false" or "null") && field.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        return plain ? field : "`" + field + "`";
    }

    private static string Name(CelComprehension walk) => walk.Kind switch
    {
        CelComprehensionKind.All => "all",
        CelComprehensionKind.Exists => "exists",
        CelComprehensionKind.ExistsOne => walk.SecondVariable is null ? "exists_one" : "existsOne",
        CelComprehensionKind.Map => "map",
        CelComprehensionKind.Filter => "filter",
        CelComprehensionKind.TransformList => "transformList",
        CelComprehensionKind.TransformMap => "transformMap",
        _ => "transformMapEntry",
    };

    private static string Symbol(CelOperator @operator) => @operator switch
    {
        CelOperator.Equal => "==",
        CelOperator.NotEqual => "!=",
        CelOperator.Less => "<",
        CelOperator.LessOrEqual => "<=",
        CelOperator.Greater => ">",
        CelOperator.GreaterOrEqual => ">=",
        CelOperator.In => "in",
        CelOperator.Add => "+",
        CelOperator.Subtract => "-",
        CelOperator.Multiply => "*",
        CelOperator.Divide => "/",
        CelOperator.Modulo => "%",
        CelOperator.Or => "||",
        _ => "&&",
    };
}
