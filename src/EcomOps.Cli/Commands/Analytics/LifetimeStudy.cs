using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Cli.Commands.Analytics;

// Fits the models, judges them on the last weeks, and values the customers by the chosen one.
internal sealed record LifetimeStudy(LifetimeValueModel Model, IReadOnlyList<HoldoutReport> Holdouts, IReadOnlyList<CustomerValue> Customers, Money? Total)
{
    private const int FewestRepeaters = 20;

    private static readonly (string Name, Func<RepeatSummaries, PurchaseModel> Fit)[] Models =
    [
        ("bg-nbd", s => BgNbdModel.Fit(s)), ("mbg-nbd", s => MbgNbdModel.Fit(s)), ("pareto-nbd", s => ParetoNbdModel.Fit(s)),
    ];

    public static LifetimeStudy Of(CustomerOrders orders, LocalDate asOf, LifetimeHorizon horizon, int holdoutWeeks, string model, decimal margin)
    {
        (string Name, Func<RepeatSummaries, PurchaseModel> Fit)[] candidates = [.. Models.Where(m => model == "auto" || m.Name == model)];
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

        (string Name, HoldoutReport Report)[] judged = Judge(orders, asOf, holdoutWeeks, candidates);
        string best = judged.Length > 0 ? judged.MinBy(j => Math.Abs(j.Report.Expected - j.Report.Actual)).Name : candidates[0].Name;
        var chosen = new LifetimeValueModel(candidates.Single(c => c.Name == best).Fit(all), GammaGammaModel.Fit(all));
        CustomerValue[] values = [.. chosen.ValueAll(all, horizon).Select(v => v with { LifetimeValue = v.LifetimeValue * margin })];
        Money? total = values.All(v => v.LifetimeValue is not null) ? values.Select(v => v.LifetimeValue!.Value).Aggregate(Money.Zero(orders.Currency), (x, y) => x + y) : null;
        return new LifetimeStudy(chosen, [.. judged.Select(j => j.Report)], values, total);
    }

    // The history before the holdout must be at least as long as the holdout, and its customers enough for a fit.
    private static (string Name, HoldoutReport Report)[] Judge(CustomerOrders orders, LocalDate asOf, int weeks, (string Name, Func<RepeatSummaries, PurchaseModel> Fit)[] candidates)
    {
        LocalDate cut = asOf.PlusWeeks(-weeks);
        if (orders.FirstDay > cut.PlusWeeks(-weeks))
        {
            return [];
        }

        RepeatSummaries before = orders.ToRepeatSummaries(cut);
        if (before.Items.Count(i => i.Frequency > 0) < FewestRepeaters)
        {
            return [];
        }

        IReadOnlyList<int> days = orders.PurchaseDays(cut, asOf);
        int[] actual = [.. Enumerable.Range(0, before.Items.Count).Select(row => days[orders.IndexOf(before.CustomerId(row)!)])];
        return [.. candidates.Select(c => (c.Name, HoldoutReport.Compute(c.Fit(before), before, actual, weeks)))];
    }
}
