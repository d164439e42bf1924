using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Values;
using NodaTime;

namespace EcomOps.Rules.DecisionSets.Internal.Expressions;

// Values of expressions as values of outcomes: plain numbers, texts, times, lists, and maps by text.
internal static class OutcomeConversion
{
    public static bool TryConvert(object? value, out object? plain)
    {
        plain = value;
        switch (value)
        {
            case null or bool or long or double or decimal or string or Money or LocalDate or Instant or Duration:
                return true;
            case ulong number:
                plain = number <= long.MaxValue ? (long)number : (decimal)number;
                return true;
            case IReadOnlyList<object?> list:
                var items = new object?[list.Count];
                plain = items;
                for (int i = 0; i < items.Length; i++)
                {
                    if (!TryConvert(list[i], out items[i]))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return Maps.IsMap(value) && TryMap(value!, out plain);
        }
    }

    private static bool TryMap(object map, out object? plain)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        plain = members;
        foreach ((object key, object? value) in Maps.Entries(map))
        {
            if (key is not string name || !TryConvert(value, out object? member))
            {
                return false;
            }

            members[name] = member;
        }

        return true;
    }
}
