using System.Globalization;
using System.Text;
using EcomOps.Rules.Cel;

namespace EcomOps.Rules.Analysis.Internal;

// A text that is equal for equal expressions, whatever their spacing and brackets.
internal static class NodeKey
{
    public static string Of(CelNode node)
    {
        StringBuilder text = new();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, CelNode node)
    {
        switch (node)
        {
            case CelIdentifier identifier:
                text.Append(identifier.Name);
                break;
            case CelLiteral { Value: string value }:
                text.Append('"').Append(value.Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                break;
            case CelLiteral { Value: IFormattable number }:
                text.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case CelLiteral literal:
                text.Append(literal.Text);
                break;
            case CelSelect select:
                text.Append(select.IsTest ? "has(" : string.Empty);
                Write(text, select.Operand);
                text.Append(select.IsOptional ? ".?" : ".").Append(select.Field).Append(select.IsTest ? ")" : string.Empty);
                break;
            case CelCall call:
                if (call.Target is not null)
                {
                    Write(text, call.Target);
                    text.Append('.');
                }

                Write(text, call.Function + "(", call.Arguments, ")");
                break;
            case CelUnary unary:
                Write(text, unary.Operator == CelOperator.Not ? "!(" : "-(", [unary.Operand], ")");
                break;
            case CelBinary binary:
                text.Append('(');
                Write(text, binary.Left);
                text.Append(' ').Append(Sign(binary.Operator)).Append(' ');
                Write(text, binary.Right);
                text.Append(')');
                break;
            case CelList list:
                Write(text, "[", list.Elements, "]");
                break;
            case CelIndex index:
                Write(text, index.Operand);
                Write(text, index.IsOptional ? "[?" : "[", [index.Index], "]");
                break;
            case CelConditional choice:
                Write(text, "(", [choice.Condition], " ? ");
                Write(text, choice.WhenTrue);
                Write(text, " : ", [choice.WhenFalse], ")");
                break;
            case CelComprehension comprehension:
                Write(text, comprehension.Range);
                text.Append('.').Append(comprehension.Kind).Append('(').Append(comprehension.Variable).Append(',').Append(comprehension.SecondVariable);
                Write(text, ", ", [.. new[] { comprehension.Condition, comprehension.Result }.OfType<CelNode>()], ")");
                break;
            case CelBind bind:
                text.Append(bind.Kind).Append(' ').Append(bind.Variable);
                Write(text, "(", [bind.Value, bind.Body], ")");
                break;
            case CelMap map:
                Write(text, "{", [.. map.Entries.SelectMany(e => new[] { e.Key, e.Value })], "}");
                break;
            default:
                Write(text, node.GetType().Name + "(", [.. node.Children], ")");
                break;
        }
    }

    private static void Write(StringBuilder text, string open, IReadOnlyList<CelNode> parts, string close)
    {
        text.Append(open);
        for (int i = 0; i < parts.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : ", ");
            Write(text, parts[i]);
        }

        text.Append(close);
    }

    public static string Sign(CelOperator op) => op switch
    {
        CelOperator.Or => "||",
        CelOperator.And => "&&",
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
        CelOperator.Not => "!",
        _ => "-",
    };
}
