using EcomOps.Routing.Sourcing;
using FsCheck;
using FsCheck.Xunit;

namespace EcomOps.Routing.Tests.Sourcing;

/// <summary>The solver against listing every allocation, unit by unit, of small problems.</summary>
public sealed class SourcingSolverTests
{
    [Property(MaxTest = 400)]
    public void The_optimum_is_that_of_listing_every_allocation(DoNotSize<int> seed)
    {
        SourcingProblem problem = Problem(new System.Random(seed.Item));
        long? expected = Enumerate(problem, null);
        SourcingOutcome outcome = SourcingSolver.Solve(problem);
        if (expected is null)
        {
            Assert.IsType<SourcingInfeasible>(outcome);
            return;
        }

        SourcingPlan plan = Assert.IsType<SourcingPlan>(outcome);
        Assert.True(plan.IsOptimal);
        Assert.Equal(expected, plan.Cost);
    }

    [Property(MaxTest = 200)]
    public void The_optimum_with_a_required_source_is_that_of_listing_every_allocation(DoNotSize<int> seed)
    {
        System.Random random = new(seed.Item);
        SourcingProblem problem = Problem(random);
        int required = random.Next(problem.Sources.Count);
        long? expected = Enumerate(problem, required);
        SourcingPlan? plan = SourcingSolver.Solve(problem, new SourcingOptions { RequiredSource = required }) as SourcingPlan;
        Assert.Equal(expected, plan?.Cost);
        Assert.True(plan is null || plan.Allocations.Any(a => a.Source == required));
    }

    [Property(MaxTest = 200)]
    public void More_stock_never_raises_and_one_more_source_never_raises_the_optimum(DoNotSize<int> seed)
    {
        SourcingProblem problem = Problem(new System.Random(seed.Item));
        long? cost = (SourcingSolver.Solve(problem) as SourcingPlan)?.Cost;
        SourcingProblem richer = problem with { Sources = [.. problem.Sources.Select(s => s with { Stock = [.. s.Stock.Select(u => u + 1)] })] };
        SourcingProblem wider = problem with { MaximumSources = problem.MaximumSources + 1 };
        Assert.True(cost is null || ((SourcingPlan)SourcingSolver.Solve(richer)).Cost <= cost);
        Assert.True(cost is null || ((SourcingPlan)SourcingSolver.Solve(wider)).Cost <= cost);
    }

    [Fact]
    public void A_cut_search_says_so_and_shows_its_bound()
    {
        System.Random random = new(7);
        SourcingLine[] lines = [.. Enumerable.Range(0, 12).Select(i => new SourcingLine($"l{i}", i, 1))];
        SourcingSource[] sources = [.. Enumerable.Range(0, 20).Select(s => new SourcingSource(
            $"s{s}", null, [.. lines.Select(_ => (long)random.Next(2))], [new SourcingMode(100 + random.Next(20), new long[12])]))];
        SourcingProblem problem = new(lines, sources);
        SourcingPlan cut = Assert.IsType<SourcingPlan>(SourcingSolver.Solve(problem, new SourcingOptions { MaximumNodes = 1 }));
        SourcingPlan full = Assert.IsType<SourcingPlan>(SourcingSolver.Solve(problem));
        Assert.True(full.IsOptimal);
        Assert.True(cut.Bound <= full.Cost && full.Cost <= cut.Cost);
    }

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SourcingSolver.Solve(new SourcingProblem([], [])));
        Assert.Throws<ArgumentException>(() => SourcingSolver.Solve(new SourcingProblem([new SourcingLine("a", 0, 1)], [new SourcingSource("s", null, [], [new SourcingMode(0, [0])])])));
        Assert.Throws<ArgumentException>(() => SourcingSolver.Solve(new SourcingProblem([new SourcingLine("a", 0, 1)], [new SourcingSource("s", null, [1], [new SourcingMode(-1, [0])])])));
    }

    private static SourcingProblem Problem(System.Random random)
    {
        int lines = random.Next(1, 4), sources = random.Next(1, 4), skus = random.Next(1, lines + 1);
        return new SourcingProblem(
            [.. Enumerable.Range(0, lines).Select(i => new SourcingLine($"l{i}", random.Next(skus), random.Next(0, 3), random.Next(3) == 0 ? random.Next(20) : null))],
            [.. Enumerable.Range(0, sources).Select(s => new SourcingSource(
                $"s{s}",
                random.Next(3) == 0 ? random.Next(4) : null,
                [.. Enumerable.Range(0, skus).Select(_ => (long)random.Next(4))],
                [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => new SourcingMode(random.Next(15), [.. Enumerable.Repeat((long)random.Next(8), lines)]))],
                random.Next(5) > 0))],
            random.Next(2) == 0 ? random.Next(1, 3) : null);
    }

    // Every way of giving each unit to a mode or to nobody; modes of one source may be mixed, because the model does not forbid it, it only never pays.
    private static long? Enumerate(SourcingProblem problem, int? required)
    {
        (int Line, int Unit)[] units = [.. problem.Lines.SelectMany((l, i) => Enumerable.Range(0, (int)l.Quantity).Select(u => (i, u)))];
        (int Source, int Mode)[] modes = [.. problem.Sources.SelectMany((s, i) => Enumerable.Range(0, s.OnTime ? s.Modes.Count : 0).Select(m => (i, m)))];
        long? best = null;
        int[] choice = new int[units.Length];
        Give(0);
        return best;

        void Give(int unit)
        {
            if (unit == units.Length)
            {
                if (Cost() is { } cost && (best is null || cost < best))
                {
                    best = cost;
                }

                return;
            }

            // Units of one line are alike: only non-decreasing choices.
            int from = unit > 0 && units[unit - 1].Line == units[unit].Line ? choice[unit - 1] : -1;
            for (int c = from; c < modes.Length; c++)
            {
                choice[unit] = c;
                Give(unit + 1);
            }
        }

        long? Cost()
        {
            long cost = 0;
            for (int u = 0; u < units.Length; u++)
            {
                SourcingLine line = problem.Lines[units[u].Line];
                if (choice[u] < 0 && line.BackorderCost is null)
                {
                    return null;
                }

                cost += choice[u] < 0 ? line.BackorderCost!.Value : problem.Sources[modes[choice[u]].Source].Modes[modes[choice[u]].Mode].UnitCost[units[u].Line];
            }

            int[] used = [.. choice.Where(c => c >= 0).Distinct()];
            foreach (IGrouping<int, int> source in used.GroupBy(c => modes[c].Source))
            {
                SourcingSource place = problem.Sources[source.Key];
                int[] sent = [.. Enumerable.Range(0, units.Length).Where(u => choice[u] >= 0 && modes[choice[u]].Source == source.Key)];
                if (sent.Length > (place.Capacity ?? long.MaxValue) || sent.GroupBy(u => problem.Lines[units[u].Line].Sku).Any(g => g.Count() > place.Stock[g.Key]))
                {
                    return null;
                }
            }

            return used.Select(c => modes[c].Source).Distinct().Count() > (problem.MaximumSources ?? int.MaxValue) || (required is { } r && used.All(c => modes[c].Source != r))
                ? null
                : cost + used.Sum(c => problem.Sources[modes[c].Source].Modes[modes[c].Mode].ParcelCost);
        }
    }
}
