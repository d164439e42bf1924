using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Tests.Planning.Policies;

/// <summary>Policies with back-orders, simulated period by period or customer by customer with fixed seeds.</summary>
public sealed class ReviewPolicyMonteCarloTests
{
    private const int Batches = 200;

    // s, S, lead time, review: (R, S) is s = S - 1.
    [Theory]
    [InlineData(19, 20, 2, 1)]
    [InlineData(31, 32, 2, 3)]
    [InlineData(14, 30, 2, 1)]
    [InlineData(18, 36, 1, 3)]
    [InlineData(5, 15, 0, 1)]
    public void Service_stock_and_orders_of_min_and_max(int s, int upTo, int leadTime, int review)
    {
        PolicyService exact = MinMaxPolicy.Service(s, upTo, new PoissonDemand(6), leadTime, review);
        var random = new Random(20261126);
        var pipeline = new Queue<long>(Enumerable.Repeat(0L, leadTime));
        long net = upTo, period = 0;
        List<double> fill = [], ready = [], stock = [], owed = [], orders = [];
        for (int b = 0; b < Batches + 2; b++)
        {
            const int length = 900;
            double demand = 0, served = 0, kept = 0, held = 0, short_ = 0, placed = 0;
            for (int t = 0; t < length; t++, period++)
            {
                long position = net + pipeline.Sum(), order = period % review == 0 && position <= s ? upTo - position : 0;
                placed += order > 0 ? 1 : 0;
                pipeline.Enqueue(order);
                net += pipeline.Dequeue();
                int d = Simulated.Poisson(random, 6);
                demand += d;
                served += Math.Min(d, Math.Max(0, net));
                net -= d;
                kept += net >= 0 ? 1 : 0;
                held += Math.Max(0, net);
                short_ += Math.Max(0, -net);
            }

            if (b >= 2)
            {
                fill.Add(served / demand);
                ready.Add(kept / length);
                stock.Add(held / length);
                owed.Add(short_ / length);
                orders.Add(placed / length);
            }
        }

        Simulated.Agrees(exact.FillRate, fill);
        Simulated.Agrees(exact.ReadyRate, ready);
        Simulated.Agrees(exact.MeanStock, stock);
        Simulated.Agrees(exact.MeanShort, owed);
        Simulated.Agrees(exact.OrdersPerPeriod, orders);
        Assert.Equal(MinMaxPolicy.Cost(s, upTo, 5, 1, 4, new PoissonDemand(6), leadTime, review), exact.Cost(5, 1, 4), 1e-9);
    }

    [Fact]
    public void Cycle_service_of_a_periodic_level()
    {
        // (R, S) with L = 2 and R = 3: from one delivery to the next the exposure is five periods.
        PolicyService exact = MinMaxPolicy.Service(37, 38, new PoissonDemand(6), 2, 3);
        Assert.Equal(new PoissonDemand(30).Cdf(38), exact.CycleService, 1e-9);
    }

    [Fact]
    public void Cost_and_ready_rate_of_the_best_reorder_point_and_lot()
    {
        OrderPolicy best = ReorderPointQuantity.PoissonExact(40, 2, 15, 6, 1);
        int r = (int)best.ReorderPoint, q = (int)best.OrderQuantity;
        double ready = SafetyStock.ForDemand(new PoissonDemand(6)).FillRate(r, q);
        var random = new Random(9);
        List<double> cost = [], stocked = [];
        double now = 0;
        long net = r + q, position = net;
        var due = new Queue<double>();
        for (int b = 0; b < Batches + 2; b++)
        {
            double from = now, area = 0, time = 0, end = now + 300;
            int orders = 0;
            void Pass(double until)
            {
                area += (until - from) * (net > 0 ? 2 * net : -15 * net);
                time += net > 0 ? until - from : 0;
                from = until;
            }

            while (now < end)
            {
                double arrival = now + Simulated.Exponential(random, 1 / 6.0);
                while (due.Count > 0 && due.Peek() <= arrival)
                {
                    Pass(due.Dequeue());
                    net += q;
                }

                Pass(arrival);
                now = arrival;
                net--;
                if (--position <= r)
                {
                    position += q;
                    orders++;
                    due.Enqueue(now + 1);
                }
            }

            if (b >= 2)
            {
                double length = now - (end - 300);
                cost.Add((area + (40 * orders)) / length);
                stocked.Add(time / length);
            }
        }

        Simulated.Agrees(best.CostRate, cost);
        Simulated.Agrees(ready, stocked);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.4)]
    public void Textbook_safety_stock_with_random_lead_times_keeps_its_stated_bias(double variation)
    {
        // Gamma lead times of 8 days, normal daily demand of 10 and 3.
        double deviation = NormalSafetyStock.DeviationOfLeadTimeDemand(10, 3, 8, 8 * variation);
        int shape = (int)Math.Round(1 / (variation * variation));
        var random = new Random(21);
        foreach (double target in new[] { 0.80, 0.90, 0.95, 0.99 })
        {
            double level = 80 + NormalSafetyStock.ForCycleService(deviation, target);
            double reached = Enumerable.Range(0, 100_000).Average(_ =>
            {
                double lead = Simulated.Gamma(random, shape, 8.0 / shape);
                return Simulated.Normal(random, 10 * lead, 3 * Math.Sqrt(lead)) <= level ? 1.0 : 0;
            });
            Assert.InRange(reached - target, -0.03, 0.03);
        }
    }

    [Fact]
    public void Textbook_fill_rate()
    {
        // One cycle of an (s, Q) policy: shortage at the arrival, as a share of Q.
        double safety = NormalSafetyStock.ForFillRate(30, 200, 0.97);
        var random = new Random(22);
        Simulated.Agrees(0.97, [.. Enumerable.Range(0, 200_000).Select(_ => 1 - (Math.Max(0, Simulated.Normal(random, 0, 30) - safety) / 200))]);
    }

    [Fact]
    public void Approximations_of_reorder_point_and_lot_cost_at_most_what_they_state()
    {
        foreach (double k in new[] { 8.0, 100, 1000 })
        {
            foreach (double p in new[] { 3.0, 10, 50 })
            {
                var demand = new NormalDemand(125, 25);
                double best = ReorderPointQuantity.Optimise(k, 1, p, 1300, demand).CostRate;
                Assert.InRange(ReorderPointQuantity.BackOrderEoqApproximation(k, 1, p, 1300, demand).CostRate, best - 1e-6, 1.118 * best);
                Assert.InRange(ReorderPointQuantity.EoqWithSafetyStock(k, 1, p, 1300, demand).CostRate, best - 1e-6, (p < 50 ? 1.25 : 1.125) * best);
                Assert.InRange(ReorderPointQuantity.LossFunctionApproximation(k, 1, p, 1300, demand).CostRate, best - 1e-6, 1.001 * best);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void Power_approximation_costs_a_few_per_cent_where_it_should(int leadTime)
    {
        foreach (double k in new[] { 24.0, 64, 150 })
        {
            foreach (double p in new[] { 4.0, 9, 24 })
            {
                var demand = new PoissonDemand(10);
                MinMax best = MinMaxPolicy.Optimise(k, 1, p, demand, leadTime), power = MinMaxPolicy.PowerApproximation(k, 1, p, 10, Math.Sqrt(10), leadTime);
                double cost = MinMaxPolicy.Cost((long)Math.Round(power.ReorderPoint), (long)Math.Round(power.OrderUpTo), k, 1, p, demand, leadTime);
                Assert.InRange(cost, best.CostPerPeriod - 1e-9, 1.05 * best.CostPerPeriod);
            }
        }
    }
}
