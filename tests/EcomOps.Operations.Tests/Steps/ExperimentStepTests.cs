using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Tests.Runs;
using NodaTime;

namespace EcomOps.Operations.Tests.Steps;

public sealed class ExperimentStepTests
{
    [Fact]
    public void An_experiment_with_too_few_visitors_is_named_with_the_reason()
    {
        WebSession Visit(int number, string variant) => new($"s{number}", $"v{number}", SmallShop.At("2026-03-02 12:00"), "search", "mobile", WebStep.Visit)
        {
            Variants = new Dictionary<string, string> { ["banner"] = variant },
        };
        ShopHistory history = SmallShop.Quarter().Build() with
        {
            Sessions = [Visit(1, "plain"), Visit(2, "plain"), Visit(3, "red")],
            Experiments = [new("banner", "Red banner", "A red banner sells more.", new LocalDate(2026, 3, 1), new LocalDate(2026, 4, 1), ["plain", "red"], [0.5, 0.5])],
        };
        string text = OperationsRunTests.Text(OperationsRunTests.Report(history, "06-checkout"));
        Assert.Contains("Not judged: “red” has 1 visitor; each variant needs at least 2.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_experiment_of_the_history_appears_in_the_artefact()
    {
        Document checkout = SimulatedRun.Make().Documents.Single(d => d.Name == "06-checkout");
        Assert.NotEmpty(SimulatedRun.History.Experiments);
        Assert.All(SimulatedRun.History.Experiments, e => Assert.Contains(checkout.Blocks.OfType<Heading>(), h => h.Text == e.Name));
    }
}
