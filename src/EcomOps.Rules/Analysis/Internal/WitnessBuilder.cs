namespace EcomOps.Rules.Analysis.Internal;

// Turns a box of the search into one input.
internal static class WitnessBuilder
{
    public static object?[] Point(Space space, SearchState state, Dictionary<int, Rational> bound)
    {
        var point = new object?[space.Fields.Count];
        foreach (Field field in space.Fields)
        {
            if (space.AxisOf[field.Index] is not { } axis)
            {
                point[field.Index] = field.IsOptional ? null : Plain(field);
                continue;
            }

            AxisCell cell = axis.Cells[state.Sets[axis.Index].First()];
            point[field.Index] = cell.Point[Array.IndexOf(axis.Fields, field.Index)];
        }

        foreach ((int index, Rational value) in bound.Where(b => space.Fields[b.Key].Kind != TermKind.Text))
        {
            point[index] = value;
        }

        foreach (TheoryGroup group in space.Groups.Where(g => g.TextCuts is not null))
        {
            PlaceTexts(space, group, bound, point);
        }

        foreach (Field field in space.Fields.Where(f => f.Kind == TermKind.Double))
        {
            point[field.Index] = point[field.Index] is Rational exact ? Rational.Exactly(exact.ToDouble()) : null;
        }

        return point;
    }

    public static AnalysisWitness Build(Space space, object?[] point, IEnumerable<KeyValuePair<string, bool>> calls, ISet<int> read) => new(
        space.Fields
            .Where(f => point[f.Index] is not null && f.Kind != TermKind.Other && !(f.IsAmbient && space.AxisOf[f.Index] is null))
            .Select(f => (f.Path, Value: f.ToFact(point[f.Index]!)))
            .Where(p => p.Value is not null)
            .Select(p => KeyValuePair.Create(p.Path, p.Value!)),
        calls,
        space.Fields.Where(f => read.Contains(f.Index) && f.Kind != TermKind.Other).Select(f => f.Path));

    private static object? Plain(Field field) => field.Kind switch
    {
        TermKind.Bool => false,
        TermKind.Text => field.IsEnum ? field.Attribute.Type.Values[0] : string.Empty,
        TermKind.Other => null,
        TermKind.Date => field.IsLowerDeclared ? field.Minimum : Field.Days(new NodaTime.LocalDate(2026, 1, 1)),
        TermKind.Timestamp => field.IsLowerDeclared ? field.Minimum : Field.Nanoseconds(NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0)),
        _ => OnGrid(field),
    };

    private static Rational? OnGrid(Field field) => field.Step is { } step
        ? new Interval(field.FirstIndex, false, field.LastIndex, false).Whole() * step
        : new Interval(field.Minimum, field.Minimum is null, field.Maximum, field.Maximum is null).Any();

    // Positions in the order of texts become texts: several in one cell keep their order and their equality.
    private static void PlaceTexts(Space space, TheoryGroup group, Dictionary<int, Rational> bound, object?[] point)
    {
        foreach (IGrouping<int, int> cell in group.Fields.Where(bound.ContainsKey).GroupBy(f => (int)bound[f].Floor()))
        {
            string from = group.TextCuts![cell.Key];
            string? until = cell.Key + 1 < group.TextCuts.Count ? group.TextCuts[cell.Key + 1] : null;
            List<Rational> ranks = [.. cell.Select(f => bound[f]).Distinct().Order()];
            foreach (int field in cell)
            {
                point[field] = ranks.Count == 1
                    ? AxisBuilder.TextIn(from, until)
                    : from + new string('\0', ranks.IndexOf(bound[field]));
            }
        }
    }
}
