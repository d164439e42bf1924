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

    [Fact]
    public void An_assortment_of_days_with_promotions()
    {
        LocalDate firstDay = new(2026, 1, 5);
        double[] teeFlags = [.. Enumerable.Range(0, 228).Select(day => day % 20 < 5 ? 1.0 : 0.0)];
        double[] blueFlags = [.. Enumerable.Range(0, 228).Select(day => day % 25 < 4 ? 1.0 : 0.0)];
        double[] degrees = [.. Enumerable.Range(0, 228).Select(day => 10 + (8 * Math.Sin(day / 30.0)))];
        double[] teeSales = [.. Enumerable.Range(0, 200).Select(day => (teeFlags[day] > 0 ? 9.0 : 3.0) + (day % 3))];
        double[] blueSales = [.. Enumerable.Range(0, 200).Select(day => (blueFlags[day] > 0 ? 6.0 : 2.0) + (day % 2))];
        #region Retail
        RetailItem[] assortment =
        [
            new("TEE-RED-M", DemandSeries.Daily(firstDay, teeSales)) { Group = "shirts", Regressors = [Regressor.Promotion(teeFlags), Regressor.Signal("temperature", degrees)] },
            new("TEE-BLUE-M", DemandSeries.Daily(firstDay, blueSales)) { Group = "shirts", Regressors = [Regressor.Promotion(blueFlags), Regressor.Signal("temperature", degrees)] },
        ];
        IReadOnlyList<RetailForecast> next = Forecaster.Retail.Forecast(assortment, horizon: 28);        // values of regressors: history and horizon
        Console.WriteLine($"{next[0].Effects[0].Name} x {next[0].Effects[0].Factor:0.0}, {next[0].Forecast.Total(14).Quantile(0.95)} units cover 14 days");
        #endregion
        Assert.InRange(next[0].Effects[0].Factor, 1.7, 3);
    }
}
