using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies;

namespace EcomOps.Inventory.Tests.Planning.Policies;

public sealed class LostSalesPolicyTests
{
    // (R, S), (s, Q), (s, S) over lead times and reviews: each small enough for the chain.
    public static TheoryData<int, int, int, int, int> Policies => new()
    {
        { 0, 12, 0, 2, 1 }, { 0, 8, 0, 1, 2 }, { 0, 9, 0, 0, 1 }, { 1, 5, 6, 2, 1 }, { 1, 4, 5, 3, 2 }, { 2, 4, 10, 1, 1 }, { 2, 5, 12, 2, 3 },
    };

    private static LostSalesRule Rule(int kind, int a, int b) => kind switch
    {
        0 => new LostSalesRule.OrderUpTo(a),
        1 => new LostSalesRule.ReorderQuantity(a, b),
        _ => new LostSalesRule.MinMax(a, b),
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_exact_chain_agrees_with_a_simulation(int kind, int a, int b, int leadTime, int review)
    {
        const double mean = 3;
        PolicyService exact = LostSalesPolicy.Evaluate(Rule(kind, a, b), new PoissonDemand(mean), leadTime, review);
        Assert.Equal(0, exact.StandardError);
        var random = new Random(20261126);
        var pipeline = new Queue<long>(Enumerable.Repeat(0L, leadTime));
        long onHand = a + b, period = 0;
        List<double> fill = [], ready = [], stock = [], lost = [], orders = [], cycles = [];
        bool lasted = true;
        for (int batch = 0; batch < 202; batch++)
        {
            const int length = 1200;
            double demand = 0, sold = 0, kept = 0, held = 0, placed = 0, missed = 0, ended = 0, good = 0;
            for (int t = 0; t < length; t++, period++)
            {
                long position = onHand + pipeline.Sum();
                long order = period % review != 0 ? 0 : kind switch
                {
                    0 => Math.Max(0, a - position),
                    1 => position > a ? 0 : (long)Math.Ceiling((a + 1 - position) / (double)b) * b,
                    _ => position > a ? 0 : b - position,
                };
                placed += order > 0 ? 1 : 0;
                if (period % review == leadTime % review)
                {
                    ended++;
                    good += lasted ? 1 : 0;
                    lasted = true;
                }

                pipeline.Enqueue(order);
                onHand += pipeline.Dequeue();
                int d = Simulated.Poisson(random, mean);
                long units = Math.Min(d, onHand);
                demand += d;
                sold += units;
                missed += d - units;
                lasted &= d == units;
                onHand -= units;
                kept += d == units ? 1 : 0;
                held += onHand;
            }

            if (batch >= 2)
            {
                fill.Add(sold / demand);
                ready.Add(kept / length);
                stock.Add(held / length);
                lost.Add(missed / length);
                orders.Add(placed / length);
                cycles.Add(good / ended);
            }
        }

        Simulated.Agrees(exact.FillRate, fill);
        Simulated.Agrees(exact.ReadyRate, ready);
        Simulated.Agrees(exact.CycleService, cycles);
        Simulated.Agrees(exact.MeanStock, stock);
        Simulated.Agrees(exact.MeanShort, lost);
        Simulated.Agrees(exact.OrdersPerPeriod, orders);
    }

    [Fact]
    public void A_hand_made_chain()
    {
        // S = 1, L = 1, demand 0 or 1 with equal chance. Position stays 1: on hand 1 and nothing under way, or the other way round.
        // From 1: sold with 1/2, then a period without stock, then 1 again. Share of periods with stock: 2/3. Sold a period: 1/3 of a demand of 1/2.
        PolicyService service = LostSalesPolicy.Evaluate(new LostSalesRule.OrderUpTo(1), PmfDemand.FromProbabilities(0, [0.5, 0.5]), 1);
        Assert.Equal(2.0 / 3, service.FillRate, 1e-10);
        Assert.Equal(1.0 / 3, service.MeanStock, 1e-10);
        Assert.Equal(1.0 / 6, service.MeanShort, 1e-10);
        Assert.Equal(1.0 / 3, service.OrdersPerPeriod, 1e-10);
    }

    [Fact]
    public void Without_a_lead_time_it_is_the_newsvendor()
    {
        var demand = new PoissonDemand(6);
        BaseStock lost = LostSalesPolicy.BestOrderUpTo(1, 9, demand, 0), newsvendor = Newsvendor.Optimise(demand, 1, 9);
        Assert.Equal(newsvendor.Level, lost.Level);
        Assert.Equal(newsvendor.Expected, lost.Expected, 1e-9);
    }

    [Theory]
    [InlineData(2, 1, 1, 4)]
    [InlineData(2, 2, 1, 19)]
    [InlineData(3, 1, 2, 9)]
    public void The_best_level_is_the_best_of_all(double mean, int leadTime, int review, double penalty)
    {
        var demand = new PoissonDemand(mean);
        BaseStock best = LostSalesPolicy.BestOrderUpTo(1, penalty, demand, leadTime, review);
        double Cost(long level) => LostSalesPolicy.Evaluate(new LostSalesRule.OrderUpTo(level), demand, leadTime, review).Cost(0, 1, penalty);
        Assert.Equal(Enumerable.Range(0, 20).Min(l => Cost(l)), best.Expected, 1e-9);

        // Customers who do not wait need less stock than customers who do.
        Assert.True(best.Level <= MinMaxPolicy.Optimise(0, 1, penalty, demand, leadTime, review).OrderUpTo);
    }

    [Fact]
    public void The_best_reorder_point_of_a_lot_is_the_best_of_all()
    {
        var demand = new PoissonDemand(2);
        BaseStock best = LostSalesPolicy.BestReorderPoint(6, 1, 19, demand, 2);
        double Cost(long s) => LostSalesPolicy.Evaluate(new LostSalesRule.ReorderQuantity(s, 6), demand, 2).Cost(0, 1, 19);
        Assert.Equal(Enumerable.Range(0, 16).Min(s => Cost(s)), best.Expected, 1e-9);
    }

    [Fact]
    public void Simulation_and_chain_agree_and_large_items_are_simulated()
    {
        var rule = new LostSalesRule.OrderUpTo(12);
        PolicyService exact = LostSalesPolicy.Evaluate(rule, new PoissonDemand(3), 2), drawn = LostSalesPolicy.Simulate(rule, new PoissonDemand(3), 2, seed: 5);
        Assert.InRange(drawn.FillRate, exact.FillRate - (3 * drawn.StandardError), exact.FillRate + (3 * drawn.StandardError));
        PolicyService large = LostSalesPolicy.Evaluate(new LostSalesRule.OrderUpTo(400), new PoissonDemand(50), 6);
        Assert.True(large.StandardError is > 0 and < 0.001);
        Assert.Equal(large, LostSalesPolicy.Evaluate(new LostSalesRule.OrderUpTo(400), new PoissonDemand(50), 6));
    }

    [Fact]
    public void The_lowest_level_of_a_fill_rate_reaches_it_and_the_one_below_does_not()
    {
        var demand = new NegativeBinomialDemand(2, 0.5);
        BaseStock level = LostSalesPolicy.LowestOrderUpTo(0.95, demand, 2);
        Assert.True(level.Expected >= 0.95);
        Assert.True(LostSalesPolicy.Evaluate(new LostSalesRule.OrderUpTo((long)level.Level - 1), demand, 2).FillRate < 0.95);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LostSalesPolicy.Evaluate(new LostSalesRule.OrderUpTo(-1), new PoissonDemand(3), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LostSalesPolicy.Evaluate(new LostSalesRule.MinMax(5, 5), new PoissonDemand(3), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LostSalesPolicy.Evaluate(new LostSalesRule.OrderUpTo(5), new PoissonDemand(0), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LostSalesPolicy.BestOrderUpTo(1, 0, new PoissonDemand(3), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LostSalesPolicy.LowestOrderUpTo(1, new PoissonDemand(3), 1));
    }
}
