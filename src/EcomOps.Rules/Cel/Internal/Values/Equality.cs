using System.Runtime.CompilerServices;
using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.DecisionSets;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Values;

// Equality of values whose types are only known now: numbers across their types, everything else only within its own.
internal static class Equality
{
    private const string TooDeep = "The values nest too deep to be compared.";
    public static readonly RuleError Currencies = new(RuleErrorKind.CurrencyMismatch, "Amounts of different currencies met; convert one of them before.");

    public static Status AreEqual(CelFrame frame, object? left, object? right, out bool equal)
    {
        equal = false;
        if (!frame.Spend())
        {
            return frame.OverBudget();
        }

        switch (left, right)
        {
            case (null, null):
                equal = true;
                return Status.Ok;
            case (null, _) or (_, null):
                return Status.Ok;
            case (string a, string b):
                equal = string.Equals(a, b, StringComparison.Ordinal);
                return Status.Ok;
            case (bool a, bool b):
                equal = a == b;
                return Status.Ok;
            case (Money a, Money b):
                equal = a.Amount == b.Amount;
                return a.Currency == b.Currency ? Status.Ok : frame.Fail(Currencies);
            case (decimal, double) or (double, decimal):
                return frame.Fail("A decimal and a double cannot be compared; write the number as decimal(\"...\").");
            case (long or ulong or double or decimal, long or ulong or double or decimal):
                equal = Ordering.Numbers(left, right) == 0;
                return Status.Ok;
            case (ReadOnlyMemory<byte> a, ReadOnlyMemory<byte> b):
                equal = a.Span.SequenceEqual(b.Span);
                return frame.Spend(a.Length / 10) ? Status.Ok : frame.OverBudget();
            case (Instant a, Instant b):
                equal = a == b;
                return Status.Ok;
            case (Duration a, Duration b):
                equal = a == b;
                return Status.Ok;
            case (LocalDate a, LocalDate b):
                equal = a == b;
                return Status.Ok;
            case (CelType a, CelType b):
                equal = a.Name == b.Name;
                return Status.Ok;
            case (CelOptional a, CelOptional b):
                if (a.HasValue && b.HasValue)
                {
                    return AreEqual(frame, a.Value, b.Value, out equal);
                }

                equal = a.HasValue == b.HasValue;
                return Status.Ok;
            case (IReadOnlyList<object?> a, IReadOnlyList<object?> b):
                return Lists(frame, a, b, out equal);
            case (ValueMap or Dictionary<string, object?>, ValueMap or Dictionary<string, object?>):
                return MapsEqual(frame, left, right, out equal);
            default:
                return Status.Ok;
        }
    }

    public static Status Contains(CelFrame frame, IReadOnlyList<object?> list, object? value, out bool found)
    {
        Status worst = Status.Ok;
        RuleError? error = null;
        for (int i = 0; i < list.Count; i++)
        {
            Status status = AreEqual(frame, list[i], value, out bool equal);
            if (status == Status.Ok && equal)
            {
                found = true;
                return Status.Ok;
            }

            if (status == Status.Over)
            {
                found = false;
                return status;
            }

            if (status != Status.Ok && worst == Status.Ok)
            {
                worst = status;
                error = frame.Error;
            }
        }

        found = false;
        frame.Error = worst == Status.Ok ? frame.Error : error;
        return worst;
    }

    private static Status Lists(CelFrame frame, IReadOnlyList<object?> left, IReadOnlyList<object?> right, out bool equal)
    {
        equal = left.Count == right.Count;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return frame.Fail(TooDeep);
        }

        for (int i = 0; equal && i < left.Count; i++)
        {
            Status status = AreEqual(frame, left[i], right[i], out equal);
            if (status != Status.Ok)
            {
                return status;
            }
        }

        return Status.Ok;
    }

    private static Status MapsEqual(CelFrame frame, object left, object right, out bool equal)
    {
        equal = Maps.Count(left) == Maps.Count(right);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return frame.Fail(TooDeep);
        }

        if (!equal)
        {
            return Status.Ok;
        }

        foreach ((object key, object? value) in Maps.Entries(left))
        {
            if (!Maps.TryGet(right, key, out object? other))
            {
                equal = false;
                return Status.Ok;
            }

            Status status = AreEqual(frame, value, other, out equal);
            if (status != Status.Ok || !equal)
            {
                return status;
            }
        }

        return Status.Ok;
    }
}
