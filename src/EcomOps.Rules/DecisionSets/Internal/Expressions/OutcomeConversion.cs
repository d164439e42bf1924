using System.Runtime.CompilerServices;
using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Values;
using NodaTime;

namespace EcomOps.Rules.DecisionSets.Internal.Expressions;

// Values of expressions as values of outcomes: plain numbers, texts, times, lists, and maps by text.
internal static class OutcomeConversion
{
    /// <summary>Most values of one outcome, counting those inside lists and maps.</summary>
    private const int MaximumValues = 10_000;

    public static bool TryConvert(object? value, out object? plain)
    {
        int left = MaximumValues;
        return TryConvert(value, ref left, out plain);
    }

    private static bool TryConvert(object? value, ref int left, out object? plain)
    {
        plain = value;
        if (--left < 0 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        switch (value)
        {
            case null or bool or long or double or decimal or string or Money or LocalDate or Instant or Duration:
                return true;
            case ulong number:
                plain = number <= long.MaxValue ? (long)number : (decimal)number;
                return true;
            case IReadOnlyList<object?> list:
                if (list.Count > left)
                {
                    return false;
                }

                var items = new object?[list.Count];
                plain = items;
                for (int i = 0; i < items.Length; i++)
                {
                    if (!TryConvert(list[i], ref left, out items[i]))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return Maps.IsMap(value) && TryMap(value!, ref left, out plain);
        }
    }

    private static bool TryMap(object map, ref int left, out object? plain)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        plain = members;
        foreach ((object key, object? value) in Maps.Entries(map))
        {
            if (key is not string name || !TryConvert(value, ref left, out object? member))
            {
                return false;
            }

            members[name] = member;
        }

        return true;
    }
}
