using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Values;

namespace EcomOps.Rules.Cel.Internal.Functions;

// size of lists and maps, the list functions and the namespace sets. sortBy is a node, since it evaluates its key per element.
internal static class ListFunctions
{
    private const int LongestRange = 100_000;

    public static IEnumerable<Overload> All =>
    [
        Make.Of<IReadOnlyList<object?>, long>("size(list(A)) -> int", a => a.Count),
        Make.Of<IReadOnlyList<object?>, long>("list(A).size() -> int", a => a.Count),
        Make.Of<object, long>("size(map(A, B)) -> int", a => Maps.Count(a)),
        Make.Of<object, long>("map(A, B).size() -> int", a => Maps.Count(a)),
        new Overload<IReadOnlyList<object?>, IReadOnlyList<object?>>("list(A).distinct() -> list(A)", Distinct),
        new Overload<IReadOnlyList<object?>, IReadOnlyList<object?>>("list(A).sort() -> list(A)", (CelFrame f, IReadOnlyList<object?> a, out IReadOnlyList<object?> v) => Sort(f, a, a, out v)),
        new Overload<IReadOnlyList<object?>, long, long, IReadOnlyList<object?>>("list(A).slice(int, int) -> list(A)", Slice),
        new Overload<IReadOnlyList<object?>, IReadOnlyList<object?>>("list(list(A)).flatten() -> list(A)", (CelFrame f, IReadOnlyList<object?> a, out IReadOnlyList<object?> v) => Flatten(f, a, 1, out v)),
        new Overload<IReadOnlyList<object?>, long, IReadOnlyList<object?>>("list(dyn).flatten(int) -> list(dyn)", Flatten),
        new Overload<long, IReadOnlyList<object?>>("lists.range(int) -> list(int)", Range),
        new Overload<IReadOnlyList<object?>, IReadOnlyList<object?>>("list(A).reverse() -> list(A)", Reverse),
        Make.Of<IReadOnlyList<object?>, CelOptional>("list(A).first() -> optional_type(A)", a => a.Count == 0 ? CelOptional.None : CelOptional.Of(a[0])),
        Make.Of<IReadOnlyList<object?>, CelOptional>("list(A).last() -> optional_type(A)", a => a.Count == 0 ? CelOptional.None : CelOptional.Of(a[^1])),
        new Overload<IReadOnlyList<object?>, IReadOnlyList<object?>, bool>("sets.contains(list(A), list(A)) -> bool", Contains),
        new Overload<IReadOnlyList<object?>, IReadOnlyList<object?>, bool>("sets.equivalent(list(A), list(A)) -> bool", Equivalent),
        new Overload<IReadOnlyList<object?>, IReadOnlyList<object?>, bool>("sets.intersects(list(A), list(A)) -> bool", Intersects),
    ];

    /// <summary>The elements in the order of their keys; stable.</summary>
    public static Status Sort(CelFrame frame, IReadOnlyList<object?> list, IReadOnlyList<object?> keys, out IReadOnlyList<object?> value)
    {
        value = list;
        if (!frame.Spend(list.Count * (long)Math.Ceiling(Math.Log2(list.Count + 1))))
        {
            return frame.OverBudget();
        }

        foreach (object? key in keys)
        {
            // One type for all: an order across types would depend on the algorithm.
            bool comparable = key is not (null or double.NaN or IReadOnlyList<object?> or CelType or CelOptional) && !Maps.IsMap(key) && key.GetType() == keys[0]!.GetType();
            if (!comparable)
            {
                return frame.Fail("A list is sorted by values of one type that has an order.");
            }
        }

        var order = new int[list.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Status worst = Status.Ok;
        Array.Sort(order, (a, b) =>
        {
            Status status = Ordering.Compare(frame, keys[a], keys[b], out int compared);
            worst = status == Status.Ok ? worst : status;
            return status != Status.Ok || compared == 0 ? a.CompareTo(b) : compared;
        });
        value = Array.ConvertAll(order, i => list[i]);
        return worst;
    }

    private static Status Distinct(CelFrame frame, IReadOnlyList<object?> list, out IReadOnlyList<object?> value)
    {
        var distinct = new List<object?>();
        var simple = new HashSet<object>();
        value = distinct;
        foreach (object? item in list)
        {
            // Numbers, texts and bools are found by hash, everything else by comparison.
            if (ValueMap.Key(item) is { } key)
            {
                if (!frame.Spend())
                {
                    return frame.OverBudget();
                }

                if (simple.Add(key))
                {
                    distinct.Add(item);
                }

                continue;
            }

            Status status = Equality.Contains(frame, distinct, item, out bool found);
            if (status != Status.Ok)
            {
                return status;
            }

            if (!found)
            {
                distinct.Add(item);
            }
        }

        return Status.Ok;
    }

    private static Status Slice(CelFrame frame, IReadOnlyList<object?> list, long from, long to, out IReadOnlyList<object?> value)
    {
        value = list;
        if (from < 0 || to < from || to > list.Count)
        {
            return frame.Fail("The slice is outside the list; it begins at 0 or later and ends at the list's size or earlier.");
        }

        value = [.. list.Skip((int)from).Take((int)(to - from))];
        return frame.Spend(value.Count) ? Status.Ok : frame.OverBudget();
    }

    private static Status Flatten(CelFrame frame, IReadOnlyList<object?> list, long depth, out IReadOnlyList<object?> value)
    {
        var flat = new List<object?>();
        value = flat;
        return depth < 0 ? frame.Fail("flatten() takes a depth of 0 or more.") : Flatten(frame, list, Math.Min(depth, CelParser.MaximumNesting), flat);
    }

    private static Status Flatten(CelFrame frame, IReadOnlyList<object?> list, long depth, List<object?> flat)
    {
        foreach (object? item in list)
        {
            if (!frame.Spend())
            {
                return frame.OverBudget();
            }

            if (depth > 0 && item is IReadOnlyList<object?> inner)
            {
                Status status = Flatten(frame, inner, depth - 1, flat);
                if (status != Status.Ok)
                {
                    return status;
                }
            }
            else
            {
                flat.Add(item);
            }
        }

        return Status.Ok;
    }

    private static Status Range(CelFrame frame, long count, out IReadOnlyList<object?> value)
    {
        value = [];
        if (count > LongestRange)
        {
            return frame.Fail("lists.range() makes at most 100,000 numbers.");
        }

        if (!frame.Spend(Math.Max(0, count)))
        {
            return frame.OverBudget();
        }

        value = [.. Enumerable.Range(0, (int)Math.Max(0, count)).Select(i => (object?)(long)i)];
        return Status.Ok;
    }

    private static Status Reverse(CelFrame frame, IReadOnlyList<object?> list, out IReadOnlyList<object?> value)
    {
        object?[] reversed = [.. list];
        Array.Reverse(reversed);
        value = reversed;
        return frame.Spend(reversed.Length) ? Status.Ok : frame.OverBudget();
    }

    private static Status Contains(CelFrame frame, IReadOnlyList<object?> list, IReadOnlyList<object?> sublist, out bool value)
    {
        value = true;
        foreach (object? item in sublist)
        {
            Status status = Equality.Contains(frame, list, item, out value);
            if (status != Status.Ok || !value)
            {
                return status;
            }
        }

        return Status.Ok;
    }

    private static Status Equivalent(CelFrame frame, IReadOnlyList<object?> left, IReadOnlyList<object?> right, out bool value)
    {
        Status status = Contains(frame, left, right, out value);
        return status != Status.Ok || !value ? status : Contains(frame, right, left, out value);
    }

    private static Status Intersects(CelFrame frame, IReadOnlyList<object?> left, IReadOnlyList<object?> right, out bool value)
    {
        value = false;
        foreach (object? item in left)
        {
            Status status = Equality.Contains(frame, right, item, out value);
            if (status != Status.Ok || value)
            {
                return status;
            }
        }

        return Status.Ok;
    }
}
