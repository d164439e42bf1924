using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Purchasing;
using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Snippets.Packages;

public sealed class PlanningSnippets
{
    [Fact]
    public void A_forecast_a_reorder_point_and_a_proposal()
    {
        LocalDate today = new(2026, 11, 23);
        LocalDate firstMonday = today.PlusWeeks(-60);
        IEnumerable<double> weeklySales = Enumerable.Range(0, 60).Select(week => 20.0 + (week % 3) - 1);
        #region Planning
        Forecast demand = Forecaster.Automatic.Forecast(DemandSeries.Weekly(firstMonday, weeklySales), horizon: 8);   // distributions, not only a mean
        LeadTime lead = LeadTime.Of(mean: 14, standardDeviation: 3);                                                  // days
        ReorderPoint point = SafetyStock.For(demand).Over(lead).Reaching(ServiceLevel.Cycle(0.97));

        PurchasePlan plan = new PurchasePlanner(new PlanningOptions(today)).Propose(
            [new PlanningItem("MUG-BLUE", demand, new SupplierTerms("Acme", lead), Money.Eur(4)) { OnHand = 10, UnitPrice = Money.Eur(10) }],
            budget: Money.Eur(20_000));
        Console.WriteLine(plan.Lines[0].Explanation);                                                                 // "Order … of MUG-BLUE from Acme by Monday …"
        #endregion
        Assert.InRange(point.Units, 41, 80);
        Assert.StartsWith("Order ", plan.Lines[0].Explanation, StringComparison.Ordinal);
    }
}
