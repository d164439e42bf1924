using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Every function of <c>inventory-math-cases.json</c> but the multi-echelon ones; also those the README names without a case.</summary>
public sealed class InventoryMathCaseRunner : ICaseRunner
{
    private static readonly Dictionary<string, Func<CaseInput, Dictionary<string, object>>> Functions = InventoryMathFunctions.All;

    /// <inheritdoc />
    public string File => "inventory-math-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => Functions.Keys.Select(name => "modules/" + name);

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        string function = element.GetProperty("function").GetString()!;
        var input = new CaseInput(element.GetProperty("input"));
        Dictionary<string, object> actual = Functions[function](input);
        if (function == "wagner_whitin")
        {
            AssertLotPlan(element, input, actual);
            return;
        }

        CaseTolerance.AssertMatches(element, actual);
    }

    // Other optimal plans may exist: the costs must match, and the plan must serve every demand at that cost.
    private static void AssertLotPlan(JsonElement element, CaseInput input, Dictionary<string, object> actual)
    {
        JsonElement expected = element.GetProperty("expected");
        double total = expected.GetProperty("total_cost").GetDouble();
        Assert.Equal(total, (double)actual["total_cost"], 1e-9 + (1e-6 * total));
        var toGo = (IReadOnlyList<double>)actual["cost_to_go"];
        Assert.Equal(expected.GetProperty("cost_to_go").EnumerateArray().Select(v => v.GetDouble()), toGo, (a, b) => Math.Abs(a - b) <= 1e-9 + (1e-6 * Math.Abs(a)));
        var quantities = (IReadOnlyList<double>)actual["order_quantities"];
        int n = quantities.Count;
        double[] demand = input.PerPeriod("demand", n), hold = input.PerPeriod("holding_cost", n), k = input.PerPeriod("fixed_cost", n), c = input.PerPeriod("purchase_cost", n);
        double stock = 0, cost = 0;
        for (int t = 0; t < n; t++)
        {
            stock += quantities[t] - demand[t];
            Assert.True(stock >= -1e-9);
            cost += (quantities[t] > 0 ? k[t] + (c[t] * quantities[t]) : 0) + (hold[t] * stock);
        }

        Assert.Equal(total, cost, 1e-9 + (1e-6 * total));
    }
}
