using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Values;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Nodes;

internal interface IOrder<TLeft, TRight>
{
    /// <summary>-1, 0, 1 or <see cref="Ordering.Unordered"/>.</summary>
    static abstract Status Compare(CelFrame frame, TLeft left, TRight right, out int order);
}

// Types whose own order is that of the language.
internal readonly struct Natural<T> : IOrder<T, T>
    where T : IComparable<T>
{
    public static Status Compare(CelFrame frame, T left, T right, out int order)
    {
        order = Math.Sign(left.CompareTo(right));
        return Status.Ok;
    }
}

internal readonly struct Integers : IOrder<long, long>
{
    public static Status Compare(CelFrame frame, long left, long right, out int order)
    {
        order = left < right ? -1 : left > right ? 1 : 0;
        return Status.Ok;
    }
}

internal readonly struct Reals : IOrder<double, double>, IOrder<long, double>, IOrder<double, long>, IOrder<ulong, double>, IOrder<double, ulong>
{
    public static Status Compare(CelFrame frame, double left, double right, out int order)
    {
        order = Ordering.Doubles(left, right);
        return Status.Ok;
    }

    public static Status Compare(CelFrame frame, long left, double right, out int order)
    {
        order = Ordering.Reversed(Ordering.Mixed(right, left));
        return Status.Ok;
    }

    public static Status Compare(CelFrame frame, double left, long right, out int order)
    {
        order = Ordering.Mixed(left, right);
        return Status.Ok;
    }

    public static Status Compare(CelFrame frame, ulong left, double right, out int order)
    {
        order = Ordering.Reversed(Ordering.Mixed(right, left));
        return Status.Ok;
    }

    public static Status Compare(CelFrame frame, double left, ulong right, out int order)
    {
        order = Ordering.Mixed(left, right);
        return Status.Ok;
    }
}

internal readonly struct Signs : IOrder<long, ulong>, IOrder<ulong, long>
{
    public static Status Compare(CelFrame frame, long left, ulong right, out int order)
    {
        order = Ordering.Mixed(left, right);
        return Status.Ok;
    }

    public static Status Compare(CelFrame frame, ulong left, long right, out int order)
    {
        order = -Ordering.Mixed(right, left);
        return Status.Ok;
    }
}

internal readonly struct Decimals : IOrder<decimal, decimal>, IOrder<decimal, long>, IOrder<long, decimal>
{
    public static Status Compare(CelFrame frame, decimal left, decimal right, out int order)
    {
        order = Math.Sign(decimal.Compare(left, right));
        return Status.Ok;
    }

    public static Status Compare(CelFrame frame, decimal left, long right, out int order) => Compare(frame, left, (decimal)right, out order);

    public static Status Compare(CelFrame frame, long left, decimal right, out int order) => Compare(frame, (decimal)left, right, out order);
}

internal readonly struct Amounts : IOrder<Money, Money>
{
    public static Status Compare(CelFrame frame, Money left, Money right, out int order)
    {
        order = Math.Sign(decimal.Compare(left.Amount, right.Amount));
        return left.Currency == right.Currency ? Status.Ok : frame.Fail(Equality.Currencies);
    }
}

internal readonly struct TextOrder : IOrder<string, string>
{
    public static Status Compare(CelFrame frame, string left, string right, out int order)
    {
        order = CodePoints.Compare(left, right);
        return frame.Spend(Math.Min(left.Length, right.Length) / 10) ? Status.Ok : frame.OverBudget();
    }
}

// Only equality is asked; a different text has no order.
internal readonly struct TextEquality : IOrder<string, string>
{
    public static Status Compare(CelFrame frame, string left, string right, out int order)
    {
        order = string.Equals(left, right, StringComparison.Ordinal) ? 0 : Ordering.Unordered;
        return frame.Spend(Math.Min(left.Length, right.Length) / 10) ? Status.Ok : frame.OverBudget();
    }
}
