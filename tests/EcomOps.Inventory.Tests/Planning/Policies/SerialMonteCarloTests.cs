using EcomOps.Inventory.MultiEchelon;

namespace EcomOps.Inventory.Tests.Planning.Policies;

public sealed class SerialMonteCarloTests
{
    [Fact]
    public void Cost_of_echelon_levels_agrees_with_the_recursion_drawn_at_random()
    {
        // Stage 1 serves customers. Echelon holding costs 3, 2, 2; lead times 1, 1, 2; demand 5 and 1 a period.
        double[] h = [3, 2, 2], lead = [1, 1, 2];
        var chain = new SerialChain([.. h.Zip(lead, (cost, time) => new SerialStage(cost, time))], 37.12, 5, 1);
        EchelonPolicy best = chain.Optimise();
        foreach (double shift in new[] { 0.0, -1.5, 2 })
        {
            double[] levels = [.. best.Levels.Select(l => l + shift)];
            var random = new Random(31);
            Simulated.Agrees(chain.Cost(levels), [.. Enumerable.Range(0, 300_000).Select(_ =>
            {
                // What stage j + 1 can give limits the position of stage j; each then waits for its own lead time.
                double position = levels[2], cost = 0;
                for (int j = 2; j >= 0; j--)
                {
                    position = Math.Min(position, levels[j]);
                    position -= Simulated.Normal(random, 5 * lead[j], Math.Sqrt(lead[j]));
                    cost += h[j] * position;
                }

                return cost + ((37.12 + h.Sum()) * Math.Max(0, -position));
            })]);
        }

        Assert.Equal(best.CostPerPeriod, chain.Cost(best.Levels), 1e-3 * best.CostPerPeriod);
    }
}
