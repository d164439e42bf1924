using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Tests.Planning.Policies;

/// <summary>Simulations with fixed seeds: exact policies must agree within three standard errors.</summary>
public sealed class MonteCarloTests
{
    private const int Batches = 200;

    private static int Draw(Random random, PoissonDemand demand) => (int)demand.Quantile(Math.Clamp(random.NextDouble(), 1e-12, 1 - 1e-12));

    // Mean of batch means and three of its standard errors.
    private static void Agrees(double exact, List<double> batches)
    {
        double mean = batches.Average(), error = Math.Sqrt(batches.Sum(b => (b - mean) * (b - mean)) / (batches.Count - 1) / batches.Count);
        Assert.InRange(mean, exact - (3 * error) - 1e-12, exact + (3 * error) + 1e-12);
    }

    [Fact]
    public void Cost_of_min_and_max_with_a_lead_time()
    {
        var demand = new PoissonDemand(6);
        double exact = MinMaxPolicy.Cost(16, 30, 5, 1, 4, demand, leadTime: 2);
        var random = new Random(20261124);
        var batches = new List<double>();
        long net = 25;
        var pipeline = new Queue<long>([0L, 0L]);
        for (int b = 0; b < Batches + 2; b++)
        {
            double cost = 0;
            for (int t = 0; t < 500; t++)
            {
                long position = net + pipeline.Sum();
                long order = position <= 16 ? 30 - position : 0;
                cost += order > 0 ? 5 : 0;
                pipeline.Enqueue(order);
                net += pipeline.Dequeue();
                net -= Draw(random, demand);
                cost += net >= 0 ? net : -4 * net;
            }

            if (b >= 2)
            {
                batches.Add(cost / 500);
            }
        }

        Agrees(exact, batches);
    }

    [Theory]
    [InlineData(4, 12)]
    [InlineData(7, 5)]
    public void Fill_rate_of_a_reorder_point_with_unit_demand(int reorderPoint, int quantity)
    {
        // Continuous review, Poisson customers one unit each, lead time 1 at a rate of 6.
        double exact = SafetyStock.ForDemand(new PoissonDemand(6)).FillRate(reorderPoint, quantity);
        var random = new Random(5);
        var batches = new List<double>();
        double now = 0;
        long net = reorderPoint + quantity, position = net;
        var due = new Queue<double>();
        for (int b = 0; b < Batches; b++)
        {
            int served = 0;
            for (int i = 0; i < 1500; i++)
            {
                now += -Math.Log(1 - random.NextDouble()) / 6;
                while (due.Count > 0 && due.Peek() <= now)
                {
                    due.Dequeue();
                    net += quantity;
                }

                served += net > 0 ? 1 : 0;
                net--;
                if (--position <= reorderPoint)
                {
                    position += quantity;
                    due.Enqueue(now + 1);
                }
            }

            batches.Add(served / 1500.0);
        }

        Agrees(exact, batches);
    }

    [Fact]
    public void Cycle_service_over_a_random_lead_time()
    {
        PmfDemand period = PmfDemand.FromProbabilities(0, [0.5, 0.2, 0.2, 0.1]);
        DemandDistribution demand = LeadTimeDemand.Over(period, new Dictionary<int, double> { [2] = 0.6, [5] = 0.4 });
        ReorderPoint point = SafetyStock.ForDemand(demand).Reaching(ServiceLevel.Cycle(0.9));
        var random = new Random(11);
        var batches = new List<double>();
        for (int b = 0; b < Batches; b++)
        {
            int covered = 0;
            for (int cycle = 0; cycle < 400; cycle++)
            {
                long sum = 0;
                for (int t = random.NextDouble() < 0.6 ? 2 : 5; t > 0; t--)
                {
                    double u = random.NextDouble();
                    sum += u < 0.5 ? 0 : u < 0.7 ? 1 : u < 0.9 ? 2 : 3;
                }

                covered += sum <= point.Units ? 1 : 0;
            }

            batches.Add(covered / 400.0);
        }

        Assert.True(point.CycleService >= 0.9);
        Agrees(point.CycleService, batches);
    }
}
