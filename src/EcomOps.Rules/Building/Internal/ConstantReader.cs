using System.Linq.Expressions;
using System.Reflection;

namespace EcomOps.Rules.Building.Internal;

// Reads the value of a part of a tree that mentions no parameter, by walking it: captured variables, constructors, factory methods.
internal static class ConstantReader
{
    public static object? Read(Expression expression)
    {
        switch (expression)
        {
            case ConstantExpression constant:
                return constant.Value;
            case DefaultExpression { Type.IsValueType: false }:
                return null;
            case MemberExpression { Member: FieldInfo field } member:
                return field.GetValue(member.Expression is null ? null : Read(member.Expression));
            case MemberExpression { Member: PropertyInfo property } member:
                return property.GetValue(member.Expression is null ? null : Read(member.Expression));
            case NewExpression { Constructor: { } constructor } created:
                return constructor.Invoke([.. created.Arguments.Select(Read)]);
            case NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array:
                return array.Expressions.Select(Read).ToArray();
            case MethodCallExpression call:
                return call.Method.Invoke(call.Object is null ? null : Read(call.Object), [.. call.Arguments.Select(Read)]);
            case UnaryExpression { Method: { } conversion } unary:
                return conversion.Invoke(null, [Read(unary.Operand)]);
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert:
                return Convert(Read(convert.Operand), convert.Type);
            case UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } minus:
                return Read(minus.Operand) switch
                {
                    int i => -i,
                    long l => -l,
                    double d => -d,
                    decimal m => -m,
                    _ => throw Refuse(expression),
                };
            default:
                throw Refuse(expression);
        }
    }

    private static object? Convert(object? value, Type type)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        return value is IConvertible && target.IsPrimitive | target == typeof(decimal) && !value.GetType().IsEnum
            ? System.Convert.ChangeType(value, target, System.Globalization.CultureInfo.InvariantCulture)
            : value;
    }

    private static NotSupportedException Refuse(Expression expression) =>
        new($"'{expression}' is not a constant that can be read; compute it before the rule and name the variable.");
}
