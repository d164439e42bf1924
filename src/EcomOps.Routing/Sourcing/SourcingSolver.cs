using EcomOps.Routing.Sourcing.Internal;

namespace EcomOps.Routing.Sourcing;

/// <summary>Solves sourcing problems exactly.</summary>
/// <remarks>
/// Branch and bound with Lagrangian bounds in whole numbers; each set of sources is filled by greedy or by minimum-cost flow. Equal costs: fewer sources first.
/// Deterministic: the same problem and options give the same plan. Static and thread-safe.
/// </remarks>
public static class SourcingSolver
{
    /// <summary>Finds the cheapest plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <returns>A <see cref="SourcingPlan"/>, or <see cref="SourcingInfeasible"/> with the first restriction that makes it so.</returns>
    /// <exception cref="ArgumentException">A number is below 0, an index or a list's size is wrong, or there is no line.</exception>
    public static SourcingOutcome Solve(SourcingProblem problem, SourcingOptions? options = null)
    {
        Check(problem);
        options ??= new SourcingOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumNodes, 1, nameof(options));
        if (Obstacle(problem) is { } obstacle)
        {
            return new SourcingInfeasible(obstacle);
        }

        if (options.RequiredSource is { } required)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)required, (uint)problem.Sources.Count, nameof(options));
            return RequiredSourcing.Solve(problem, required, options.MaximumNodes);
        }

        SourcingModel model = new(problem, considerTime: true, considerCapacity: true, feasibilityOnly: false);
        SourcingSearch search = new(model, options.MaximumNodes);
        search.Run();
        return search.Best is { } best
            ? Plan(model, best, search.LowerBound)
            : new SourcingInfeasible(search.WasCutShort ? SourcingObstacle.SearchLimit : SourcingObstacle.MaximumSources);
    }

    /// <summary>Fewest sources that fill every line completely, within stock, capacity and time; costs and the most sources are left aside.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <returns>The number; null when the lines can't be filled completely, or when the search was cut short.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Solve"/>.</exception>
    public static int? FewestSources(SourcingProblem problem, SourcingOptions? options = null)
    {
        Check(problem);
        SourcingProblem counting = problem with
        {
            Lines = [.. problem.Lines.Select(l => l with { BackorderCost = null })],
            Sources = [.. problem.Sources.Select(s => s with { Modes = [new SourcingMode(1, new long[problem.Lines.Count])] })],
            MaximumSources = null,
        };
        return Solve(counting, options) is SourcingPlan { IsOptimal: true } plan ? (int)plan.Cost : null;
    }

    /// <summary>The cheapest of the plans that fill everything from the fewest sources.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <returns>The plan, or why there is none.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Solve"/>.</exception>
    public static SourcingOutcome SolveWithFewestSources(SourcingProblem problem, SourcingOptions? options = null)
    {
        int? fewest = FewestSources(problem, options);
        return fewest is not { } count
            ? Solve(problem with { Lines = [.. problem.Lines.Select(l => l with { BackorderCost = null })] }, options)
            : count > (problem.MaximumSources ?? int.MaxValue)
                ? new SourcingInfeasible(SourcingObstacle.MaximumSources)
                : Solve(problem with { Lines = [.. problem.Lines.Select(l => l with { BackorderCost = null })], MaximumSources = Math.Max(1, count) }, options);
    }

    internal static SourcingPlan Plan(SourcingModel model, FillResult best, long lowerBound)
    {
        List<SourcingAllocation> allocations = [];
        for (int mode = 0; mode < model.Modes; mode++)
        {
            for (int line = 0; line < model.Lines; line++)
            {
                if (best.Units[mode][line] > 0)
                {
                    allocations.Add(new SourcingAllocation(line, model.Source[mode], model.Mode[mode], best.Units[mode][line]));
                }
            }
        }

        // The tie-breaking part counts parcels and is smaller than the scale.
        long cost = best.Cost / SourcingModel.TieScale;
        return new SourcingPlan(
            cost,
            Math.Min(cost, (lowerBound + SourcingModel.TieScale - 1) / SourcingModel.TieScale),
            [.. allocations.OrderBy(a => a.Source).ThenBy(a => a.Line)],
            [.. best.Unfilled.Select((units, line) => new SourcingShortage(line, units)).Where(s => s.Units > 0)]);
    }

    private static SourcingObstacle? Obstacle(SourcingProblem problem)
    {
        (SourcingObstacle Obstacle, bool Time, bool Capacity)[] steps =
        [
            (SourcingObstacle.InsufficientStock, false, false),
            (SourcingObstacle.NotOnTime, true, false),
            (SourcingObstacle.InsufficientCapacity, true, true),
        ];
        foreach ((SourcingObstacle obstacle, bool time, bool capacity) in steps)
        {
            SourcingModel model = new(problem, time, capacity, feasibilityOnly: true);
            bool[] open = new bool[model.Modes];
            Array.Fill(open, true);
            if (new Fill(model).Best(open) is null)
            {
                return obstacle;
            }
        }

        return null;
    }

    private static void Check(SourcingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        bool fine = problem.Lines.Count > 0
            && problem.MaximumSources is null or >= 1
            && problem.Lines.All(l => l.Sku >= 0 && l.Quantity >= 0 && l.BackorderCost is null or >= 0)
            && problem.Sources.All(s => s.Capacity is null or >= 0 && s.Modes.Count > 0
                && s.Stock.Count > problem.Lines.Max(l => l.Sku) && s.Stock.All(u => u >= 0)
                && s.Modes.All(m => m.ParcelCost >= 0 && m.UnitCost.Count == problem.Lines.Count && m.UnitCost.All(c => c >= 0)));
        if (!fine)
        {
            throw new ArgumentException("A sourcing problem needs lines, numbers of 0 or more, a stock for every SKU and a unit cost for every line.", nameof(problem));
        }
    }
}
