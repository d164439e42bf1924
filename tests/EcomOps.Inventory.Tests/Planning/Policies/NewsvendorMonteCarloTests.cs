using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies;

namespace EcomOps.Inventory.Tests.Planning.Policies;

/// <summary>Each family against 200,000 draws that do not come from the package: service, shortage, second-order loss and cost at the best level.</summary>
public sealed class NewsvendorMonteCarloTests
{
    private const int Draws = 200_000;
    private const double Holding = 1;
    private const double Shortage = 6;

    private static readonly double[] Seen = [0, 0, 2, 3, 3, 5, 8, 13];

    public static TheoryData<string> Families => ["normal", "log-normal", "gamma", "exponential", "uniform", "Poisson", "negative binomial", "geometric", "empirical", "mixture"];

    private static (DemandDistribution Demand, Func<Random, double> Draw) Family(string name) => name switch
    {
        "normal" => (new NormalDemand(50, 8), r => Simulated.Normal(r, 50, 8)),
        "log-normal" => (new LogNormalDemand(2.5, 0.6), r => Math.Exp(Simulated.Normal(r, 2.5, 0.6))),
        "gamma" => (new GammaDemand(3, 4), r => Simulated.Gamma(r, 3, 4)),
        "exponential" => (new ExponentialDemand(20), r => Simulated.Exponential(r, 20)),
        "uniform" => (new UniformDemand(10, 40), r => 10 + (30 * r.NextDouble())),
        "Poisson" => (new PoissonDemand(7), r => Simulated.Poisson(r, 7)),
        "negative binomial" => (new NegativeBinomialDemand(3, 0.3), r => Simulated.NegativeBinomial(r, 3, 0.3)),
        "geometric" => (new NegativeBinomialDemand(1, 0.2), r => Simulated.NegativeBinomial(r, 1, 0.2)),
        "empirical" => (new EmpiricalDemand(Seen), r => Seen[r.Next(Seen.Length)]),
        _ => (new MixtureDemand([(0.7, new PoissonDemand(3)), (0.3, new PoissonDemand(12))]), r => Simulated.Poisson(r, r.NextDouble() < 0.7 ? 3 : 12)),
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void Best_level_its_service_and_its_cost(string name)
    {
        (DemandDistribution demand, Func<Random, double> draw) = Family(name);
        BaseStock best = Newsvendor.Optimise(demand, Holding, Shortage);
        var random = new Random(20261126);
        double[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => draw(random))];
        Simulated.Agrees(demand.Cdf(best.Level), [.. drawn.Select(d => d <= best.Level ? 1.0 : 0)]);
        Simulated.Agrees(demand.Loss(best.Level), [.. drawn.Select(d => Math.Max(0, d - best.Level))]);
        Simulated.Agrees(demand.ComplementaryLoss(best.Level), [.. drawn.Select(d => Math.Max(0, best.Level - d))]);
        Simulated.Agrees(demand.SecondLoss(best.Level), [.. drawn.Select(d => 0.5 * Math.Max(0, d - best.Level) * Math.Max(0, d - best.Level - (demand.IsDiscrete ? 1 : 0)))]);
        Simulated.Agrees(best.Expected, [.. drawn.Select(d => d > best.Level ? Shortage * (d - best.Level) : Holding * (best.Level - d))]);
        Assert.True(demand.Cdf(best.Level) >= (Shortage / (Shortage + Holding)) - 1e-9);
    }

    [Fact]
    public void Additive_yield()
    {
        BaseStock best = Newsvendor.WithAdditiveYield(100, new NormalDemand(-5, 4), Holding, Shortage);
        var random = new Random(3);
        Simulated.Agrees(best.Expected, [.. Enumerable.Range(0, Draws).Select(_ =>
        {
            double gap = best.Level + Simulated.Normal(random, -5, 4) - 100;
            return gap > 0 ? Holding * gap : -Shortage * gap;
        })]);
    }

    [Fact]
    public void Supply_that_fails_and_returns()
    {
        // Orders up to S whenever the supply works; demand of 10 a period is owed while it does not.
        BaseStock best = Newsvendor.WithDisruptions(10, Holding, Shortage, 0.1, 0.4);
        var random = new Random(4);
        var batches = new List<double>();
        double net = best.Level;
        bool works = true;
        for (int b = 0; b < 400; b++)
        {
            double cost = 0;
            for (int t = 0; t < 1000; t++)
            {
                works = works ? random.NextDouble() >= 0.1 : random.NextDouble() < 0.4;
                net = (works ? best.Level : net) - 10;
                cost += net > 0 ? Holding * net : -Shortage * net;
            }

            batches.Add(cost / 1000);
        }

        Simulated.Agrees(best.Expected, batches);
    }
}
