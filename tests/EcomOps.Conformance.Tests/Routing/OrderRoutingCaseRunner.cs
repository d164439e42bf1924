using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Routing.Sourcing;

namespace EcomOps.Conformance.Tests.Routing;

/// <summary>Single orders of <c>routing-cases.json</c>: proven optimum, a feasible plan of that cost, fewest locations, and the first restriction that leaves nothing.</summary>
public sealed class OrderRoutingCaseRunner : ICaseRunner
{
    /// <inheritdoc />
    public string File => "routing-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => ["cases/routing.order"];

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        JsonElement expected = element.GetProperty("expected");
        SourcingProblem problem = Problem(element.GetProperty("input"));
        SourcingOutcome outcome = SourcingSolver.Solve(problem);
        if (expected.GetProperty("status").GetString() == "infeasible")
        {
            SourcingInfeasible none = Assert.IsType<SourcingInfeasible>(outcome);
            Assert.Equal(expected.GetProperty("reason").GetString(), none.Obstacle switch
            {
                SourcingObstacle.InsufficientStock => "insufficient-stock",
                SourcingObstacle.NotOnTime => "not-on-time",
                SourcingObstacle.InsufficientCapacity => "insufficient-capacity",
                SourcingObstacle.MaximumSources => "max-split",
                _ => "search-limit",
            });
            return;
        }

        SourcingPlan plan = Assert.IsType<SourcingPlan>(outcome);
        Assert.True(plan.IsOptimal, $"Not proven: cost {plan.Cost}, bound {plan.Bound}.");
        Assert.Equal(expected.GetProperty("cost").GetInt64(), plan.Cost);
        CheckFeasible(problem, plan);
        JsonElement fewest = expected.GetProperty("minLocations");
        Assert.Equal(fewest.ValueKind == JsonValueKind.Null ? null : fewest.GetInt32(), SourcingSolver.FewestSources(problem));
        if (expected.TryGetProperty("costAtMinLocations", out JsonElement atFewest))
        {
            SourcingPlan few = Assert.IsType<SourcingPlan>(SourcingSolver.SolveWithFewestSources(problem));
            Assert.Equal(atFewest.GetInt64(), few.Cost);
            CheckFeasible(problem, few);
        }
    }

    // The plan's own arithmetic is not trusted: limits and cost are worked out again from its allocation.
    private static void CheckFeasible(SourcingProblem problem, SourcingPlan plan)
    {
        long cost = plan.Unfilled.Sum(u => u.Units * problem.Lines[u.Line].BackorderCost!.Value);
        foreach (IGrouping<int, SourcingAllocation> source in plan.Allocations.GroupBy(a => a.Source))
        {
            SourcingSource place = problem.Sources[source.Key];
            Assert.True(place.OnTime);
            Assert.True(source.Sum(a => a.Units) <= (place.Capacity ?? long.MaxValue));
            Assert.All(source.GroupBy(a => problem.Lines[a.Line].Sku), sku => Assert.True(sku.Sum(a => a.Units) <= place.Stock[sku.Key]));
            cost += place.Modes[0].ParcelCost + source.Sum(a => a.Units * place.Modes[0].UnitCost[a.Line]);
        }

        for (int line = 0; line < problem.Lines.Count; line++)
        {
            Assert.Equal(problem.Lines[line].Quantity, plan.Allocations.Where(a => a.Line == line).Sum(a => a.Units) + plan.Unfilled.Where(u => u.Line == line).Sum(u => u.Units));
        }

        Assert.True(plan.SourcesUsed <= (problem.MaximumSources ?? int.MaxValue));
        Assert.Equal(cost, plan.Cost);
    }

    private static SourcingProblem Problem(JsonElement input)
    {
        JsonElement order = Assert.Single(input.GetProperty("orders").EnumerateArray());
        JsonElement[] lines = [.. order.GetProperty("lines").EnumerateArray()];
        long[][] stock = [.. input.GetProperty("stock").EnumerateArray().Select(Numbers)];
        long[] parcel = Numbers(order.GetProperty("parcelCost"));
        bool[] onTime = [.. order.GetProperty("onTime").EnumerateArray().Select(t => t.GetBoolean())];
        return new SourcingProblem(
            [.. lines.Select(l => new SourcingLine(l.GetProperty("id").GetString()!, l.GetProperty("sku").GetInt32(), l.GetProperty("quantity").GetInt64(), Number(l.GetProperty("backorderCost"))))],
            [.. input.GetProperty("locations").EnumerateArray().Select((location, j) => new SourcingSource(
                location.GetProperty("id").GetString()!,
                Number(location.GetProperty("capacity")),
                [.. stock.Select(s => s[j])],
                [new SourcingMode(parcel[j], [.. lines.Select(l => Numbers(l.GetProperty("unitCost"))[j])])],
                onTime[j]))],
            (int?)Number(order.GetProperty("maxSplit")));
    }

    private static long? Number(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.GetInt64();

    private static long[] Numbers(JsonElement json) => [.. json.EnumerateArray().Select(n => n.GetInt64())];
}
