using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Cel.Internal.Functions;

// Arithmetic of int, uint and double. Integers overflow and divide by zero with an error, doubles never fail.
internal static class NumberOperators
{
    public static readonly RuleError Overflow = new(RuleErrorKind.Expression, "The result does not fit its type.");
    public static readonly RuleError DivisionByZero = new(RuleErrorKind.Expression, "Division by zero.");

    public static IEnumerable<Overload> All =>
    [
        new OperatorOverload<long, long, long, Add>("_+_(int, int) -> int"),
        new OperatorOverload<ulong, ulong, ulong, Add>("_+_(uint, uint) -> uint"),
        new OperatorOverload<double, double, double, Add>("_+_(double, double) -> double"),
        new OperatorOverload<long, long, long, Subtract>("_-_(int, int) -> int"),
        new OperatorOverload<ulong, ulong, ulong, Subtract>("_-_(uint, uint) -> uint"),
        new OperatorOverload<double, double, double, Subtract>("_-_(double, double) -> double"),
        new OperatorOverload<long, long, long, Multiply>("_*_(int, int) -> int"),
        new OperatorOverload<ulong, ulong, ulong, Multiply>("_*_(uint, uint) -> uint"),
        new OperatorOverload<double, double, double, Multiply>("_*_(double, double) -> double"),
        new OperatorOverload<long, long, long, Divide>("_/_(int, int) -> int"),
        new OperatorOverload<ulong, ulong, ulong, Divide>("_/_(uint, uint) -> uint"),
        new OperatorOverload<double, double, double, Divide>("_/_(double, double) -> double"),
        new OperatorOverload<long, long, long, Modulo>("_%_(int, int) -> int"),
        new OperatorOverload<ulong, ulong, ulong, Modulo>("_%_(uint, uint) -> uint"),
        new Overload<long, long>("-_(int) -> int", Negate),
        new Overload<double, double>("-_(double) -> double", (CelFrame frame, double a, out double value) =>
        {
            value = -a;
            return Status.Ok;
        }),
    ];

    private static Status Negate(CelFrame frame, long a, out long value)
    {
        value = unchecked(-a);
        return a == long.MinValue ? frame.Fail(Overflow) : Status.Ok;
    }

    private readonly struct Add : IOperation<long, long, long>, IOperation<ulong, ulong, ulong>, IOperation<double, double, double>
    {
        public static Status Apply(CelFrame frame, long left, long right, out long value)
        {
            value = unchecked(left + right);
            return ((left ^ value) & (right ^ value)) < 0 ? frame.Fail(Overflow) : Status.Ok;
        }

        public static Status Apply(CelFrame frame, ulong left, ulong right, out ulong value)
        {
            value = unchecked(left + right);
            return value < left ? frame.Fail(Overflow) : Status.Ok;
        }

        public static Status Apply(CelFrame frame, double left, double right, out double value)
        {
            value = left + right;
            return Status.Ok;
        }
    }

    private readonly struct Subtract : IOperation<long, long, long>, IOperation<ulong, ulong, ulong>, IOperation<double, double, double>
    {
        public static Status Apply(CelFrame frame, long left, long right, out long value)
        {
            value = unchecked(left - right);
            return ((left ^ right) & (left ^ value)) < 0 ? frame.Fail(Overflow) : Status.Ok;
        }

        public static Status Apply(CelFrame frame, ulong left, ulong right, out ulong value)
        {
            value = unchecked(left - right);
            return right > left ? frame.Fail(Overflow) : Status.Ok;
        }

        public static Status Apply(CelFrame frame, double left, double right, out double value)
        {
            value = left - right;
            return Status.Ok;
        }
    }

    private readonly struct Multiply : IOperation<long, long, long>, IOperation<ulong, ulong, ulong>, IOperation<double, double, double>
    {
        public static Status Apply(CelFrame frame, long left, long right, out long value)
        {
            long high = Math.BigMul(left, right, out value);
            return high == (value >> 63) ? Status.Ok : frame.Fail(Overflow);
        }

        public static Status Apply(CelFrame frame, ulong left, ulong right, out ulong value)
        {
            ulong high = Math.BigMul(left, right, out value);
            return high == 0 ? Status.Ok : frame.Fail(Overflow);
        }

        public static Status Apply(CelFrame frame, double left, double right, out double value)
        {
            value = left * right;
            return Status.Ok;
        }
    }

    private readonly struct Divide : IOperation<long, long, long>, IOperation<ulong, ulong, ulong>, IOperation<double, double, double>
    {
        public static Status Apply(CelFrame frame, long left, long right, out long value)
        {
            value = 0;
            if (right == 0)
            {
                return frame.Fail(DivisionByZero);
            }

            if (left == long.MinValue && right == -1)
            {
                return frame.Fail(Overflow);
            }

            value = left / right;
            return Status.Ok;
        }

        public static Status Apply(CelFrame frame, ulong left, ulong right, out ulong value)
        {
            value = right == 0 ? 0 : left / right;
            return right == 0 ? frame.Fail(DivisionByZero) : Status.Ok;
        }

        public static Status Apply(CelFrame frame, double left, double right, out double value)
        {
            value = left / right;
            return Status.Ok;
        }
    }

    private readonly struct Modulo : IOperation<long, long, long>, IOperation<ulong, ulong, ulong>
    {
        public static Status Apply(CelFrame frame, long left, long right, out long value)
        {
            value = 0;
            if (right == 0)
            {
                return frame.Fail(DivisionByZero);
            }

            // The reference implementation reports the one quotient that does not fit here too.
            if (left == long.MinValue && right == -1)
            {
                return frame.Fail(Overflow);
            }

            value = left % right;
            return Status.Ok;
        }

        public static Status Apply(CelFrame frame, ulong left, ulong right, out ulong value)
        {
            value = right == 0 ? 0 : left % right;
            return right == 0 ? frame.Fail(DivisionByZero) : Status.Ok;
        }
    }
}
