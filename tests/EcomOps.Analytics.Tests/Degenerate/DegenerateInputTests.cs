using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Dashboard;
using EcomOps.Analytics.Experiments;
using EcomOps.Analytics.Funnels;
using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Ltv;
using EcomOps.Analytics.Metrics;
using EcomOps.Analytics.Promotions;
using EcomOps.Analytics.Recommendations;
using EcomOps.Analytics.Segments;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Degenerate;

/// <summary>Over input that a shop may have on its first or worst day, every module gives a result of finite numbers or says in an ArgumentException why it cannot; never a NaN, never another exception.</summary>
public sealed class DegenerateInputTests
{
    private static readonly Dictionary<string, Func<DegenerateData, IEnumerable<Func<object?>>>> Modules = new(StringComparer.Ordinal)
    {
        ["customers"] = d => Of(Customers(d), o => o.RepeatRate(), o => o.RepeatRate(byDay: true), o => o.ToRepeatSummaries(Until(o)), o => o.Issues),
        ["rfm"] = Rfms,
        ["cohorts"] = d => Of(Customers(d), [.. Enum.GetValues<CalendarPeriod>().Select(p => (Func<CustomerOrders, object?>)(o => CohortTable.Compute(o, new CohortOptions { Period = p, Rolling = d.Sometimes() })))]),
        ["funnels"] = Funnels,
        ["experiments"] = Experiments,
        ["statistics"] = Statistics,
        ["promotions"] = Promotions,
        ["recommendations"] = Recommenders,
        ["attribution"] = Attributions,
        ["metrics"] = Metrics,
        ["lifetime"] = Lifetimes,
    };

    public static TheoryData<string> Names() => [.. Modules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Degenerate_input_gives_finite_numbers_or_a_reason(string module)
    {
        int numbers = 0, calls = 0, reasons = 0;
        Dictionary<string, string> problems = new(StringComparer.Ordinal);
        for (int seed = 0; seed < (module is "lifetime" or "metrics" ? 60 : 150); seed++)
        {
            int step = 0;
            foreach (Func<object?> call in Modules[module](new DegenerateData(seed)))
            {
                FiniteWalk walk = new();
                calls++;
                try
                {
                    walk.Over(call(), $"{module}#{step}");
                    foreach (string found in walk.Found)
                    {
                        problems.TryAdd(System.Text.RegularExpressions.Regex.Replace(found, "\\[\\d+\\]", "[]"), $"seed {seed}");
                    }
                }
                catch (ArgumentException reason) when (reason is not ArgumentNullException && reason.Message.Length > 0)
                {
                    reasons++;
                }
                catch (Exception other)
                {
                    Exception inner = (other as System.Reflection.TargetInvocationException)?.InnerException ?? other;
                    problems.TryAdd($"{module}#{step} {inner.GetType().Name}: {inner.Message} {inner.StackTrace?.Split('\n')[0].Trim()}", $"seed {seed}");
                }

                numbers += walk.Numbers;
                step++;
            }
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems.Select(p => $"{p.Key} ({p.Value})")));
        Assert.True(module is "customers" or "rfm" || numbers > 50, $"The walk saw {numbers} numbers only.");

        // Most fits of lifetime models need a customer who came back, which half of these shops do not have.
        Assert.True(reasons < calls * (module == "lifetime" ? 0.6 : 0.3), $"{reasons} of {calls} calls gave a reason only.");
    }

    [Fact]
    public void The_walk_sees_what_is_not_finite_and_lets_pass_what_is_documented()
    {
        Assert.Equal(["result.Estimate = NaN", "result.Mean = NaN"], new FiniteWalk().Over(new QuantileStatistic(3, 0.5, double.NaN, 1, 2)).Found.Where(f => f.Contains("Estimate", StringComparison.Ordinal) || f.Contains(".Mean", StringComparison.Ordinal)));
        Assert.Empty(new FiniteWalk().Over(new GroupSequentialLook(0.5, double.PositiveInfinity, 0, 0)).Found);
        Assert.Equal(["result.NominalP = NaN"], new FiniteWalk().Over(new GroupSequentialLook(0.5, 1, double.NaN, 0)).Found);
        Assert.Equal(["result[0].1 = Infinity"], new FiniteWalk().Over(new[] { (double.PositiveInfinity, 1) }).Found);
    }

    private static IEnumerable<Func<object?>> Of<T>(T input, params Func<T, object?>[] calls) => calls.Select(c => (Func<object?>)(() => c(input)));

    private static CustomerOrders Customers(DegenerateData d) => CustomerOrders.From(d.Orders(), DateTimeZone.Utc, Currency.Eur);

    private static LocalDate Until(CustomerOrders orders) => orders.LastDay ?? DegenerateData.First;

    private static IEnumerable<Func<object?>> Rfms(DegenerateData d)
    {
        CustomerOrders orders = Customers(d);
        foreach (RfmScoring scoring in new[] { RfmScoring.Ntile, RfmScoring.OrdinalFloor, RfmScoring.Midrank, RfmScoring.Quantile })
        {
            yield return () =>
            {
                RfmScores scores = Rfm.Score(orders, Until(orders), new RfmOptions { Scoring = scoring });
                RfmSegmentation segments = scores.Segment(RfmRuleSets.Cran10);
                RfmSegmentation later = Rfm.Score(orders, Until(orders).PlusDays(40), new RfmOptions { Scoring = scoring }).Segment(RfmRuleSets.Cran10);
                return new object?[] { scores, scores.Cells(), segments, segments.Briefs, scores.Segment(RfmRuleSets.Shopify11), scores.Segment(RfmRuleSets.Basic4).Totals, SegmentMigration.Between(segments, later) };
            };
        }
    }

    private static IEnumerable<Func<object?>> Funnels(DegenerateData d)
    {
        List<FunnelEvent> events = d.FunnelEvents();
        foreach (string? breakdown in new[] { null, "device", "only", "missing" })
        {
            FunnelDefinition funnel = new(["a", "b", "c"], Duration.FromMinutes(30), Breakdown: breakdown) { AnyOrder = d.Sometimes() };
            yield return () => FunnelReport.Compute(events, funnel);
            yield return () => DropReport.ComputeAll(events, funnel, leastPersons: d.Pick(0, 1, 30));
        }
    }

    private static IEnumerable<Func<object?>> Experiments(DegenerateData d)
    {
        VariantData a = d.Variant("a"), b = d.Variant("b"), c = d.Variant("c");
        yield return () => Experiment.Analyse(a, b, new ExperimentOptions(0.05));
        yield return () => Experiment.Analyse(a, [b, c], new ExperimentOptions(0.05) { Shares = [0.5, 0.25, 0.25], WinsoriseAt = 0.99, Guardrails = [new Guardrail("latency", 0.02)] });
        yield return () => Experiment.Analyse(a, b, new ExperimentOptions(0.1) { SequentialTuning = 1000, WinsoriseAt = 0.5 });
    }

    private static IEnumerable<Func<object?>> Statistics(DegenerateData d)
    {
        for (int kind = 0; kind < 5; kind++)
        {
            SampleStatistic a = d.Statistic(kind), b = d.Statistic(kind);
            yield return () => new object[] { a, b };
            foreach (DifferenceKind difference in Enum.GetValues<DifferenceKind>())
            {
                yield return () => TwoSample.Welch(a, b, 0.05, difference);
                yield return () => TwoSample.Sequential(a, b, 0.05, difference, 1000);
                yield return () => TwoSample.Bayes(a, b, 0.05, difference);
                yield return () => TwoSample.Bayes(a, b, 0.05, difference, new NormalPrior(0, d.Pick(1e-12, 1)));
                yield return () => SegmentEffects.Analyse([("x", a, b), ("y", b, a)], 0.05, difference);
                yield return () => PostStratification.Compare([(a, b), (b, a)], 0.05, difference);
                yield return () => SampleSizes.FurtherFactor(a, b, difference, 0.05, 0.05, 0.8);
            }
        }

        var (p, q) = ((ProportionStatistic)d.Statistic(1), (ProportionStatistic)d.Statistic(1));
        yield return () => BetaBinomial.Compare(p, q);
        yield return () => ProportionTest.Compare(p, q, 0.95);
        yield return () => ProportionIntervals.Wald(p.Successes, p.Count, 0.95);
        yield return () => ProportionIntervals.Wilson(p.Successes, p.Count, 0.95);
        yield return () => ProportionIntervals.AgrestiCoull(p.Successes, p.Count, 0.95);
        yield return () => ProportionIntervals.ClopperPearson(p.Successes, p.Count, 0.95);
        yield return () => ProportionIntervals.Jeffreys(p.Successes, p.Count, 0.95);
        yield return () => SrmCheck.Test([d.Count(), d.Count()], [d.Pick(0, 0.5), 0.5]);
        foreach (MultiplicityMethod method in Enum.GetValues<MultiplicityMethod>())
        {
            yield return () => MultipleTests.Adjust([.. Enumerable.Range(0, d.Count()).Select(_ => d.Pick(0d, 1, 0.5, 0.05))], method);
        }
    }

    private static IEnumerable<Func<object?>> Promotions(DegenerateData d)
    {
        int weeks = d.Pick(0, 1, 8, 60);
        Func<int, double> shape = d.Shape();
        ProductSeries Series(string sku, bool isFlat) => new(sku, Money.Eur(d.Pick(0, 1, 10)), Money.Eur(d.Pick(0, 4)), [.. Enumerable.Range(0, weeks).Select(i => isFlat ? 5L : (long)Math.Min(1000, shape(i)))]);
        PromotionStudy study = new(
            [Series("A", d.Sometimes()), Series("B", d.Sometimes()), Series("C", true), Series("D", false)],
            [new PromotionEvent("P1", "A", d.Pick(0, weeks / 2, Math.Max(0, weeks - 1)), d.Pick(1, 1, 2), d.Pick(0m, 0.2m, 1m), Money.Eur(d.Pick(0, 5)))],
            d.Sometimes() ? [] : ["C", "D"])
        {
            Substitutes = new Dictionary<string, IReadOnlyList<string>> { ["A"] = ["B"] },
        };
        yield return () => PromotionAnalysis.Validate(study) is { Count: > 0 } issues ? issues : PromotionAnalysis.Analyse(study);
    }

    private static IEnumerable<Func<object?>> Recommenders(DegenerateData d)
    {
        List<ItemPurchase> purchases = d.Purchases();
        string[] ranked = [.. Enumerable.Range(0, d.Count()).Select(i => $"i{i}")];
        HashSet<string> relevant = [.. Enumerable.Range(0, d.Count()).Select(i => $"i{i}")];
        yield return () => new[] { RankingMetrics.Precision(ranked, relevant, 5), RankingMetrics.Recall(ranked, relevant, 5), RankingMetrics.AveragePrecision(ranked, relevant, 5), RankingMetrics.Ndcg(ranked, relevant, 5) };
        Func<Interactions, IRecommender>[] models =
        [
            PopularityModel.Fit, t => ItemNeighbours.Fit(t), t => EaseModel.Fit(t), t => AssociationModel.Fit(t), t => ImplicitAls.Fit(t, new AlsOptions()), t => PopularityModel.Fit(t).Or(ItemNeighbours.Fit(t)),
        ];
        foreach (Func<Interactions, IRecommender> model in models)
        {
            yield return () => model(Interactions.From(purchases)).Recommend(["i0", "unknown"], 5);
            yield return () => RecommendationEvaluation.Evaluate(
                HoldoutSplit.LastOfEachCustomer(purchases), [model], 3, d.Sometimes() ? null : new Dictionary<string, ItemValue> { ["i0"] = new(Money.Eur(0), Money.Eur(0)) });
        }
    }

    private static IEnumerable<Func<object?>> Attributions(DegenerateData d)
    {
        List<TouchPath> paths = d.Paths();
        AttributionModel[] models =
        [
            new AttributionModel.First(), new AttributionModel.Last(), new AttributionModel.LastNonDirect(), new AttributionModel.Linear(), new AttributionModel.Position(), new AttributionModel.Markov(),
            new AttributionModel.Shapley(), new AttributionModel.TimeDecay(Duration.FromDays(7)), new AttributionModel.TimeDecay(Duration.FromSeconds(1)),
        ];
        yield return () => new[] { d.Shape()(1) };
        foreach (AttributionModel model in models)
        {
            yield return () => Attribution.Credit(paths, model) is var credits ? new object[] { credits, credits.Select(c => (double)credits.Count) } : null;
        }
    }

    private static IEnumerable<Func<object?>> Metrics(DegenerateData d)
    {
        ShopFacts facts = d.Facts(d.Sometimes());
        ReportPeriod period = d.Pick(ReportPeriod.Of(new YearMonth(2026, 1)), new ReportPeriod(DegenerateData.First, DegenerateData.First), ReportPeriod.Of(new YearMonth(2026, 4)));
        string[] shown = [.. MetricRegistry.Standard.Metrics.Select(m => m.Id)];
        yield return () => KpiReport.Compute(facts, period, targets: new Dictionary<string, decimal> { ["orders"] = 0, ["net_sales"] = 10 });
        yield return () => AnomalyReport.Of(facts, period, MetricRegistry.Standard.Metrics, new AnomalyOptions(0.5, d.Pick(84, 28), d.Pick(56, 14)));
        yield return () => facts.Products(period);
        foreach (ContributionGroup group in Enum.GetValues<ContributionGroup>())
        {
            yield return () => ContributionReport.Compute(facts, period, group);
        }

        yield return () => MonthlyReport.Compute(facts, new YearMonth(2026, d.Pick(1, 2, 4)), new MonthlyReportOptions { Ltv = new LifetimeMargin(d.Pick(0m, 50), 24) });
        yield return () => ShopDashboard.Compute(facts, [new YearMonth(2026, 1), new YearMonth(2026, 2)], shown);
        yield return () => new IncrementalReturn(d.Pick(0m, 1), d.Pick(0m, 5), d.Pick(0m, 2), d.Pick(0m, 5), d.Pick(0m, 2));
    }

    private static IEnumerable<Func<object?>> Lifetimes(DegenerateData d)
    {
        CustomerOrders orders = Customers(d);
        LocalDate until = Until(orders).PlusDays(d.Pick(0, 1, 200));
        RepeatSummaries weeks = orders.ToRepeatSummaries(until);
        RepeatSummaries periods = RepeatSummaries.Of(TimeUnit.Period, Enumerable.Range(0, d.Count()).Select(_ => d.Pick(new RepeatSummary(0, 0, 6), new RepeatSummary(6, 6, 6), new RepeatSummary(1, 1, 1), new RepeatSummary(0, 0, 1))));
        (Func<RepeatSummaries, PurchaseModel> Fit, RepeatSummaries Over)[] fits =
        [
            (s => BgNbdModel.Fit(s), weeks), (s => ParetoNbdModel.Fit(s), weeks), (s => MbgNbdModel.Fit(s), weeks), (s => NbdModel.Fit(s), weeks), (s => BgBbModel.Fit(s), periods),
        ];
        foreach ((Func<RepeatSummaries, PurchaseModel> fit, RepeatSummaries summaries) in fits)
        {
            yield return () =>
            {
                PurchaseModel model = fit(summaries);
                return new object?[]
                {
                    model, summaries.Items.Select(c => model.ProbabilityAlive(c)).ToArray(), summaries.Items.Select(c => model.LogLikelihood(c)).ToArray(), model.ExpectedPurchases(summaries, 0),
                    model.ExpectedPurchases(summaries, 52), model.ExpectedPurchases(52),
                };
            };
        }

        yield return () =>
        {
            GammaGammaModel spend = GammaGammaModel.Fit(weeks);
            LifetimeValueModel value = new(BgNbdModel.Fit(weeks), spend);
            return new object?[] { spend, spend.ExpectedAverageSpend(0, Money.Eur(0)), value.ValueAll(weeks, new LifetimeHorizon(12)) };
        };
        yield return () => SbgModel.Fit([.. Enumerable.Range(0, d.Count()).Select(i => d.Pick(0d, 1, 100, 1000 / (i + 1)))]);
        yield return () => HoldoutReport.Compute(NbdModel.Fit(weeks), weeks, [.. weeks.Items.Select(_ => d.Pick(0, 0, 3))], d.Pick(0.5, 26));
        yield return () => AcquisitionEconomics.Compute(
            orders, new Dictionary<string, string> { ["c0"] = "email" }, new Dictionary<string, Money> { ["email"] = Money.Eur(d.Pick(0, 5)), ["nobody"] = Money.Eur(3) }, until, d.Pick(1, 24));
    }
}
