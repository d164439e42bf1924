namespace EcomOps.Routing.Sourcing.Internal;

// The cheapest plan in which a given source sends something: one unit of each line in turn is fixed to it, the rest is solved with its parcel paid.
internal static class RequiredSourcing
{
    public static SourcingOutcome Solve(SourcingProblem problem, int required, int maximumNodes)
    {
        SourcingSource source = problem.Sources[required];
        SourcingPlan? best = null;
        bool cutShort = false;
        long bound = long.MaxValue;
        for (int line = 0; line < problem.Lines.Count; line++)
        {
            int sku = problem.Lines[line].Sku;
            if (!source.OnTime || problem.Lines[line].Quantity == 0 || source.Stock[sku] == 0 || source.Capacity == 0)
            {
                continue;
            }

            SourcingModel model = new(WithoutUnit(problem, required, line), considerTime: true, considerCapacity: true, feasibilityOnly: false);
            for (int mode = 0; mode < model.Modes; mode++)
            {
                if (model.Source[mode] != required)
                {
                    continue;
                }

                SourcingSearch search = new(model, maximumNodes);
                search.RunWith(mode);
                cutShort |= search.WasCutShort;
                if (search.Best is not { } found)
                {
                    continue;
                }

                SourcingPlan rest = SourcingSolver.Plan(model, found with { Cost = search.BestCost }, search.LowerBound);
                long unit = source.Modes[model.Mode[mode]].UnitCost[line];
                bound = Math.Min(bound, rest.Bound + unit);
                if (best is null || rest.Cost + unit < best.Cost)
                {
                    best = new SourcingPlan(rest.Cost + unit, 0, WithUnit(rest.Allocations, new SourcingAllocation(line, required, model.Mode[mode], 1)), rest.Unfilled);
                }
            }
        }

        return best is null
            ? new SourcingInfeasible(cutShort ? SourcingObstacle.SearchLimit : SourcingObstacle.MaximumSources)
            : new SourcingPlan(best.Cost, Math.Min(best.Cost, bound), best.Allocations, best.Unfilled);
    }

    private static SourcingProblem WithoutUnit(SourcingProblem problem, int source, int line) => problem with
    {
        Lines = [.. problem.Lines.Select((l, i) => i == line ? l with { Quantity = l.Quantity - 1 } : l)],
        Sources =
        [
            .. problem.Sources.Select((s, i) => i != source ? s : s with
            {
                Capacity = s.Capacity - 1,
                Stock = [.. s.Stock.Select((units, sku) => sku == problem.Lines[line].Sku ? units - 1 : units)],
            }),
        ],
    };

    private static IReadOnlyList<SourcingAllocation> WithUnit(IReadOnlyList<SourcingAllocation> rest, SourcingAllocation unit) =>
    [
        .. rest.Append(unit).GroupBy(a => (a.Source, a.Line, a.Mode)).OrderBy(g => g.Key.Source).ThenBy(g => g.Key.Line)
            .Select(g => new SourcingAllocation(g.Key.Line, g.Key.Source, g.Key.Mode, g.Sum(a => a.Units))),
    ];
}
