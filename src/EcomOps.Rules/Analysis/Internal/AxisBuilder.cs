using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

// Cuts the values of fields into cells.
internal static class AxisBuilder
{
    // Cells of a number on a grid; cuts are the grid indexes at which a cell begins.
    public static List<AxisCell> Grid(Field field, IEnumerable<BigInteger> cuts)
    {
        BigInteger first = field.FirstIndex;
        BigInteger last = field.LastIndex;
        List<BigInteger> starts = [first, .. cuts.Where(c => c > first && c <= last).Distinct().Order()];
        List<AxisCell> cells = [];
        for (int i = 0; i < starts.Count && first <= last; i++)
        {
            BigInteger low = starts[i];
            BigInteger high = i + 1 < starts.Count ? starts[i + 1] - 1 : last;
            BigInteger pick = low.Sign <= 0 && high.Sign >= 0 ? BigInteger.Zero : i == 0 && !field.IsLowerDeclared && low.Sign < 0 ? high : low;
            Rational step = field.Step!.Value;
            cells.Add(new AxisCell([(Rational)pick * step], new Interval(low * step, false, high * step, false)));
        }

        return cells;
    }

    // Cells of a continuum: points at the cuts and open intervals between them.
    public static List<AxisCell> Continuum(Field field, IEnumerable<Rational> cuts)
    {
        Interval domain = new(field.Minimum, field.Minimum is null, field.Maximum, field.Maximum is null);
        List<AxisCell> cells = [];
        Interval rest = domain;
        foreach (Rational cut in cuts.Where(domain.Contains).Distinct().Order())
        {
            Add(cells, rest.Below(cut, open: true));
            Add(cells, Interval.Point(cut));
            rest = rest.Above(cut, open: true);
        }

        Add(cells, rest);
        return cells;
    }

    // Cells of all texts in code point order: each begins at a cut. The first text is the empty one.
    public static List<AxisCell> Texts(IReadOnlyList<string> cuts)
    {
        List<AxisCell> cells = [];
        for (int i = 0; i < cuts.Count; i++)
        {
            string? until = i + 1 < cuts.Count ? cuts[i + 1] : null;
            bool single = until == cuts[i] + '\0';
            Interval range = single ? Interval.Point(i) : new Interval(i, false, i + 1, true);
            cells.Add(new AxisCell([TextIn(cuts[i], until)], range) { From = cuts[i], Until = until });
        }

        return cells;
    }

    public static List<string> TextCuts(IEnumerable<string> cuts)
    {
        List<string> sorted = [.. cuts.Append(string.Empty).Distinct(StringComparer.Ordinal)];
        sorted.Sort(PointEvaluator.CompareText);
        return sorted;
    }

    // The texts at which an interval of all texts with a prefix ends; null: none above.
    public static string? AfterPrefix(string prefix)
    {
        for (int i = prefix.Length - 1; i >= 0; i--)
        {
            if (char.IsLowSurrogate(prefix[i]) && i > 0 && char.IsHighSurrogate(prefix[i - 1]))
            {
                int point = char.ConvertToUtf32(prefix[i - 1], prefix[i]);
                if (point < 0x10FFFF)
                {
                    return prefix[..(i - 1)] + char.ConvertFromUtf32(point + 1);
                }

                i--;
                continue;
            }

            int next = prefix[i] + 1;
            if (next is >= 0xD800 and <= 0xDFFF)
            {
                next = 0xE000;
            }

            return prefix[..i] + (next > 0xFFFF ? char.ConvertFromUtf32(0x10000) : ((char)next).ToString());
        }

        return null;
    }

    // A text of a cell, as plain as possible.
    public static string TextIn(string from, string? until)
    {
        if (from.EndsWith('\0'))
        {
            string stem = from[..^1];
            foreach (string candidate in (string[])["a", "x", "other", stem + "-", stem + "a", stem + "1", stem + "~"])
            {
                if (Inside(candidate, from, until))
                {
                    return candidate;
                }
            }
        }

        return from;
    }

    private static bool Inside(string text, string from, string? until) =>
        PointEvaluator.CompareText(text, from) >= 0 && (until is null || PointEvaluator.CompareText(text, until) < 0);

    private static void Add(List<AxisCell> cells, Interval interval)
    {
        if (!interval.IsEmpty)
        {
            cells.Add(new AxisCell([interval.Any()!.Value], interval));
        }
    }
}
