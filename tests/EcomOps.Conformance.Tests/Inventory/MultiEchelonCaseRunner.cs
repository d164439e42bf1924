using System.Globalization;
using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Inventory.MultiEchelon;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Serial stochastic-service and tree guaranteed-service cases.</summary>
public sealed class MultiEchelonCaseRunner : ICaseRunner
{
    private static readonly string[] Names = ["optimize_base_stock_levels", "expected_cost", "expected_holding_cost", "newsvendor_heuristic", "optimize_committed_service_times"];

    /// <inheritdoc />
    public string File => "inventory-math-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => Names.Select(name => "modules/" + name);

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        string function = element.GetProperty("function").GetString()!;
        var input = new CaseInput(element.GetProperty("input"));
        if (function == "optimize_committed_service_times")
        {
            Guaranteed(element, input);
            return;
        }

        SerialChain chain = Chain(input);
        CaseTolerance.AssertMatches(element, function switch
        {
            "optimize_base_stock_levels" => chain.Optimise() is var best ? new() { ["echelon_base_stock"] = Map(best.Levels), ["cost_per_period"] = best.CostPerPeriod } : [],
            "newsvendor_heuristic" => new() { ["echelon_base_stock"] = Map(chain.NewsvendorHeuristic(Rounding(input)).Levels) },
            "expected_cost" => new() { ["cost_per_period"] = chain.Cost(Levels(input)) },
            _ => new Dictionary<string, object> { ["holding_cost_per_period"] = chain.HoldingCost(Levels(input)) },
        });
    }

    private static void Guaranteed(JsonElement element, CaseInput input)
    {
        GuaranteedServiceNetwork network = Network(input);
        ServiceTimes best = network.Optimise();
        JsonElement expected = element.GetProperty("expected");
        double cost = expected.GetProperty("cost_rate").GetDouble();
        Assert.Equal(cost, best.CostRate, 1e-9 + (1e-6 * cost));
        Assert.Equal(best.CostRate, Assert.NotNull(network.Cost(best.Committed)), 1e-9);

        // The case's own times must be feasible here and cost the same: the same network is meant.
        Dictionary<int, int> theirs = expected.GetProperty("committed_service_times").EnumerateObject().ToDictionary(p => Key(p.Name), p => p.Value.GetInt32());
        Assert.Equal(cost, Assert.NotNull(network.Cost(theirs)), 1e-9 + (1e-6 * cost));
    }

    private static GuaranteedServiceNetwork Network(CaseInput i)
    {
        if (i.Has("stages"))
        {
            return new([.. i.Raw("stages").EnumerateArray().Select(s => new ServiceStage(
                s.GetProperty("stage").GetInt32(), [.. s.GetProperty("predecessors").EnumerateArray().Select(p => p.GetInt32())],
                (int)s.GetProperty("processing_time").GetDouble(), s.GetProperty("local_holding_cost").GetDouble(), Optional(s, "demand_bound_constant") ?? 1)
            {
                DemandDeviation = s.TryGetProperty("demand", out JsonElement d) ? d.GetProperty("sd").GetDouble() : null,
                InboundServiceTime = (int)(Optional(s, "external_inbound_cst") ?? 0),
                OutboundServiceTime = (int)(Optional(s, "external_outbound_cst") ?? 0),
            })]);
        }

        int n = (int)i.Number("num_nodes");
        double[] h = i.PerPeriod("local_holding_cost", n), time = i.PerPeriod("processing_time", n), z = i.PerPeriod("demand_bound_constant", n);
        return new([.. Enumerable.Range(1, n).Select(s => new ServiceStage(s, s < n ? [s + 1] : [], (int)time[s - 1], h[s - 1], z[s - 1])
        {
            DemandDeviation = s == 1 ? i.Number("demand_standard_deviation") : null,
            InboundServiceTime = s == n ? (int)i.Number("external_inbound_cst", 0) : 0,
            OutboundServiceTime = s == 1 ? (int)i.Number("external_outbound_cst", 0) : 0,
        })]);
    }

    private static SerialChain Chain(CaseInput i)
    {
        if (!i.Has("stages"))
        {
            int n = (int)i.Number("num_nodes");
            double At(string name, int s) => i.Raw(name).GetProperty(s.ToString(CultureInfo.InvariantCulture)).GetDouble();
            return new([.. Enumerable.Range(1, n).Select(s => new SerialStage(At("echelon_holding_cost", s), At("lead_time", s)))],
                i.Number("stockout_cost"), i.Number("demand_mean"), i.Optional("demand_standard_deviation") ?? i.Number("demand_sd"));
        }

        JsonElement[] stages = [.. i.Raw("stages").EnumerateArray().OrderBy(s => s.GetProperty("stage").GetInt32())];
        JsonElement demand = stages[0].GetProperty("demand");
        return new([.. stages.Select(s => new SerialStage(s.GetProperty("echelon_holding_cost").GetDouble(), Optional(s, "lead_time") ?? 0))],
            stages[0].GetProperty("stockout_cost").GetDouble(), demand.GetProperty("mean").GetDouble(), demand.GetProperty("sd").GetDouble());
    }

    private static LevelRounding Rounding(CaseInput i) => !i.Has("round_type") ? LevelRounding.None : i.Raw("round_type").GetString() switch
    {
        "up" => LevelRounding.Up,
        "down" => LevelRounding.Down,
        "nearest" => LevelRounding.Nearest,
        _ => LevelRounding.None,
    };

    private static double[] Levels(CaseInput i) => [.. i.Raw("echelon_base_stock").EnumerateObject().OrderBy(p => Key(p.Name)).Select(p => p.Value.GetDouble())];

    private static Dictionary<string, double> Map(IReadOnlyList<double> levels) =>
        levels.Select((level, j) => (Stage: (j + 1).ToString(CultureInfo.InvariantCulture), level)).ToDictionary(p => p.Stage, p => p.level);

    private static int Key(string stage) => int.Parse(stage, CultureInfo.InvariantCulture);

    private static double? Optional(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : null;
}
