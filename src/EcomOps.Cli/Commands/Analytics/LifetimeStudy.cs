using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Cli.Commands.Analytics;

// Chooses a model on a validation, judges it on the last weeks and at earlier origins, and values the customers by it.
internal sealed record LifetimeStudy(ModelSelection Selection, RollingOrigins Origins, LifetimeValueModel Model, IReadOnlyList<CustomerValue> Customers, Money? Total)
{
    private const int FewestRepeaters = 20;

    private static readonly (string Name, PurchaseModelCandidate Candidate)[] Models =
    [
        ("bg-nbd", PurchaseModelCandidate.BgNbd), ("mbg-nbd", PurchaseModelCandidate.MbgNbd), ("pareto-nbd", PurchaseModelCandidate.ParetoNbd),
    ];

    public static LifetimeStudy Of(CustomerOrders orders, LocalDate asOf, LifetimeHorizon horizon, int holdoutWeeks, string model, decimal margin)
    {
        PurchaseModelCandidate[] candidates = [.. Models.Where(m => model == "auto" || m.Name == model).Select(m => m.Candidate)];
        if (candidates.Length == 0)
        {
            throw new ToolFailure($"There is no model '{model}'; use auto, bg-nbd, mbg-nbd or pareto-nbd.");
        }

        RepeatSummaries all = orders.ToRepeatSummaries(asOf);
        int repeaters = all.Items.Count(i => i.Frequency > 0);
        if (repeaters < FewestRepeaters)
        {
            throw new ToolFailure($"Only {repeaters} of {all.Items.Count} customers bought on a second day; a model needs {FewestRepeaters} at least.");
        }

        var options = new ModelSelectionOptions
        {
            HoldoutWeeks = holdoutWeeks,
            ValidationWeeks = holdoutWeeks,
            CalibrationWeeks = holdoutWeeks,
            FewestRepeaters = FewestRepeaters,
            Candidates = candidates,
        };
        var selection = ModelSelection.Run(orders, asOf, options);
        var origins = RollingOrigins.Compute(orders, asOf, candidates.Single(c => c.Name == selection.Choice.Model), holdoutWeeks, options, byCalendar: selection.Calendar is CalendarUse.Helps);
        var chosen = new LifetimeValueModel(selection.Model, GammaGammaModel.Fit(all));
        CustomerValue[] values = [.. chosen.ValueAll(selection.Histories, horizon).Select(v => v with { LifetimeValue = v.LifetimeValue * margin })];
        Money? total = values.All(v => v.LifetimeValue is not null) ? values.Select(v => v.LifetimeValue!.Value).Aggregate(Money.Zero(orders.Currency), (x, y) => x + y) : null;
        return new LifetimeStudy(selection, origins, chosen, values, total);
    }
}
