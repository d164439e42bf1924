using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using NodaTime;

namespace EcomOps.Analytics.Tests.Ltv;

/// <summary>The reported holdout is never seen by the choice of the model that it judges.</summary>
public sealed class ModelSelectionTests
{
    private static readonly LocalDate AsOf = SimulatedShop.Start.PlusWeeks(78);
    private static readonly LocalDate HoldoutAfter = AsOf.PlusWeeks(-13);
    private static readonly LocalDate ValidationAfter = AsOf.PlusWeeks(-26);
    private static readonly List<(string Customer, LocalDate Day)> Rows = MbgShop(seed: 1, customers: 1500);

    [Fact]
    public void Whatever_happens_in_the_holdout_does_not_change_the_choice()
    {
        var selection = ModelSelection.Run(SimulatedShop.Build(Rows), AsOf);
        var before = Assert.IsType<ModelChoice.ByValidation>(selection.Choice);
        Assert.Equal((ValidationAfter, HoldoutAfter), (before.After, before.Until));
        List<(string, LocalDate)>[] others =
        [
            [.. Rows.Where(r => r.Day <= HoldoutAfter)],
            [.. Rows, .. Enumerable.Range(0, 13 * 7).SelectMany(d => Enumerable.Range(0, 500).Select(c => ($"c{c:00000}", HoldoutAfter.PlusDays(d + 1))))],
            [.. Rows, .. Enumerable.Range(0, 800).Select(c => ($"a new one {c}", AsOf.PlusDays(-c % 80)))],
        ];
        foreach (List<(string, LocalDate)> other in others)
        {
            var changed = ModelSelection.Run(SimulatedShop.Build(other), AsOf);
            var after = Assert.IsType<ModelChoice.ByValidation>(changed.Choice);
            Assert.Equal(before.Model, after.Model);
            Assert.Equal(before.Scores, after.Scores);
            Assert.Equal((before.Lead, before.LeadError), (after.Lead, after.LeadError));
            Assert.NotEqual(selection.Model.Parameters, changed.Model.Parameters);
        }

        Assert.Equal(0, ModelSelection.Run(SimulatedShop.Build(others[0]), AsOf).Holdout!.Actual);
    }

    [Fact]
    public void The_validation_does_change_the_choice()
    {
        // Without a purchase in the validation the model that calls most customers gone is best: MBG/NBD. With a purchase of everybody it is worst.
        CustomerOrders silent = SimulatedShop.Build(Rows.Where(r => r.Day <= ValidationAfter || r.Day > HoldoutAfter));
        CustomerOrders busy = SimulatedShop.Build([.. Rows, .. Rows.Where(r => r.Day <= ValidationAfter).Select(r => r.Customer).Distinct().Select(c => (c, HoldoutAfter.PlusDays(-7)))]);
        Assert.Equal("MBG/NBD", ModelSelection.Run(silent, AsOf).Choice.Model);
        Assert.NotEqual("MBG/NBD", ModelSelection.Run(busy, AsOf).Choice.Model);
    }

    [Fact]
    public void The_chosen_model_is_fitted_to_all_before_the_holdout_for_the_report_and_to_everything_for_predictions()
    {
        CustomerOrders orders = SimulatedShop.Build(Rows);
        List<LocalDate> seen = [];
        PurchaseModelCandidate Spied(PurchaseModelCandidate c) => new(c.Name, s =>
        {
            seen.Add(s.Until!.Value);
            return c.Fit(s);
        });
        var selection = ModelSelection.Run(orders, AsOf, new() { Candidates = [.. PurchaseModelCandidate.Standard.Select(Spied)] });
        Assert.Equal([ValidationAfter, ValidationAfter, ValidationAfter, HoldoutAfter, AsOf], seen);

        RepeatSummaries before = orders.ToRepeatSummaries(HoldoutAfter), all = orders.ToRepeatSummaries(AsOf);
        PurchaseModelCandidate chosen = PurchaseModelCandidate.Standard.Single(c => c.Name == selection.Choice.Model);
        Assert.Equal(chosen.Fit(all).Parameters, selection.Model.Parameters);
        Assert.Equal(chosen.Fit(before).ExpectedPurchases(before, 13).Sum(), selection.Holdout!.Expected, 6);
        HashSet<string> known = [.. Rows.Where(r => r.Day <= HoldoutAfter).Select(r => r.Customer)];
        Assert.Equal(Rows.Distinct().Count(r => r.Day > HoldoutAfter && r.Day <= AsOf && known.Contains(r.Customer)), selection.Holdout.Actual);
        Assert.Equal(HoldoutAfter, selection.Holdout.Origin);
        Assert.Empty(selection.Issues);
    }

    [Fact]
    public void A_shop_whose_customers_leave_after_the_first_purchase_gets_the_model_that_knows_it()
    {
        int right = 0;
        for (int seed = 10; seed < 20; seed++)
        {
            var choice = (ModelChoice.ByValidation)ModelSelection.Run(SimulatedShop.Build(MbgShop(seed, 1500)), AsOf).Choice;
            right += choice.Model == "MBG/NBD" ? 1 : 0;
            Assert.True(choice.Model == "MBG/NBD" || !choice.IsClear, $"seed {seed}: {choice.Model} leads by {choice.Lead} ± {choice.LeadError}");
        }

        Assert.True(right >= 7, $"{right} of 10");
    }

    [Fact]
    public void The_score_is_the_density_of_the_purchases_that_came()
    {
        // Given the rate, purchases are Poisson; given x purchases in T, the rate is Gamma(r + x, alpha + T). So n further purchases at given times in h have the density below.
        const double r = 0.8, alpha = 6;
        PurchaseModelCandidate nbd = new("a", _ => new NbdModel(r, alpha)), other = new("b", _ => new NbdModel(r, 3 * alpha));
        CustomerOrders orders = SimulatedShop.Build(Rows);
        var choice = (ModelChoice.ByValidation)ModelSelection.Run(orders, AsOf, new() { Candidates = [other, nbd] }).Choice;
        double expected = Rows.Where(x => x.Day <= ValidationAfter).Select(x => x.Customer).Distinct().Sum(customer =>
        {
            LocalDate[] days = [.. Rows.Where(x => x.Customer == customer).Select(x => x.Day).Distinct()];
            int x = days.Count(d => d <= ValidationAfter) - 1, n = days.Count(d => d > ValidationAfter && d <= HoldoutAfter);
            double b = alpha + (Period.DaysBetween(days.Min(), ValidationAfter) / 7.0);
            double rising = Enumerable.Range(0, n).Sum(i => Math.Log(r + x + i));
            return rising + ((r + x) * Math.Log(b / (b + 13))) - (n * Math.Log(b + 13));
        });
        Assert.Equal(expected, choice.Scores.Single(s => s.Model == "a").LogScore, 6);
    }

    [Fact]
    public void A_history_too_short_for_a_validation_says_so_and_falls_back_to_the_criterion_before_the_holdout()
    {
        CustomerOrders orders = SimulatedShop.Build(Rows);
        LocalDate asOf = SimulatedShop.Start.PlusWeeks(30);
        var selection = ModelSelection.Run(orders, asOf);
        var choice = Assert.IsType<ModelChoice.ByCriterion>(selection.Choice);
        Assert.Equal("history_too_short_for_validation", choice.Reason.Code);
        Assert.Equal(asOf.PlusWeeks(-13), choice.Until);
        Assert.Equal(choice.Reason, Assert.Single(selection.Issues));
        Assert.NotNull(selection.Holdout);
        RepeatSummaries before = orders.ToRepeatSummaries(choice.Until);
        Assert.Equal(PurchaseModelCandidate.Standard.Select(c => c.Fit(before).Estimate!).MinBy(f => f.Bic)!.Model, choice.Model);

        var tiny = ModelSelection.Run(orders, SimulatedShop.Start.PlusWeeks(10));
        Assert.Null(tiny.Holdout);
        Assert.Equal(["history_too_short_for_validation", "history_too_short_for_holdout"], tiny.Issues.Select(i => i.Code));

        var thin = ModelSelection.Run(orders, AsOf, new() { FewestRepeaters = 100_000 });
        Assert.Equal(["too_few_repeaters_for_validation", "too_few_repeaters_for_holdout"], thin.Issues.Select(i => i.Code));
    }

    [Fact]
    public void Equal_scores_keep_the_order_of_the_candidates_and_a_single_candidate_is_given()
    {
        CustomerOrders orders = SimulatedShop.Build(Rows);
        PurchaseModelCandidate A(string name, double r) => new(name, _ => new NbdModel(r, 6));
        var tie = (ModelChoice.ByValidation)ModelSelection.Run(orders, AsOf, new() { Candidates = [A("first", 0.8), A("second", 0.8 + 1e-12)] }).Choice;
        Assert.Equal("first", tie.Model);
        Assert.False(tie.IsClear);
        Assert.Equal("BG/NBD", Assert.IsType<ModelChoice.Given>(ModelSelection.Run(orders, AsOf, new() { Candidates = [PurchaseModelCandidate.BgNbd] }).Choice).Name);
    }

    [Fact]
    public void Contradictory_options_and_empty_histories_are_refused()
    {
        CustomerOrders orders = SimulatedShop.Build(Rows);
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelSelection.Run(orders, AsOf, new() { HoldoutWeeks = 0 }));
        Assert.Throws<ArgumentException>(() => ModelSelection.Run(orders, AsOf, new() { Candidates = [] }));
        Assert.Throws<ArgumentException>(() => ModelSelection.Run(orders, AsOf, new() { Candidates = [PurchaseModelCandidate.BgNbd, PurchaseModelCandidate.BgNbd] }));
        Assert.Throws<ArgumentException>(() => ModelSelection.Run(orders, SimulatedShop.Start.PlusWeeks(-1)));
        Assert.Throws<ArgumentException>(() => ModelSelection.Run(SimulatedShop.Build([]), AsOf));
    }

    private static List<(string, LocalDate)> MbgShop(int seed, int customers)
    {
        var shop = new SimulatedShop(seed);
        return shop.Orders(customers, 45, 78, age => shop.Geometric(0.9, 5, 1.2, 1.6, age, afterFirst: true));
    }
}
