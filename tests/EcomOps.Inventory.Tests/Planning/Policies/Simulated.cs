namespace EcomOps.Inventory.Tests.Planning.Policies;

/// <summary>Draws and comparisons of simulations, independent of the package's distributions.</summary>
internal static class Simulated
{
    // Events rarer than this are not seen in any of the simulations, so that their spread is 0.
    private const double Unseen = 1e-7;

    /// <summary>The mean of independent draws (or of batch means) lies within three of its standard errors of what is claimed.</summary>
    public static void Agrees(double claimed, IReadOnlyList<double> draws)
    {
        double mean = draws.Average(), error = Error(draws);
        Assert.InRange(mean, claimed - (3 * error) - Unseen, claimed + (3 * error) + Unseen);
    }

    public static double Error(IReadOnlyList<double> draws)
    {
        double mean = draws.Average();
        return Math.Sqrt(draws.Sum(d => (d - mean) * (d - mean)) / (draws.Count - 1) / draws.Count);
    }

    public static double Normal(Random random, double mean, double deviation) =>
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    public static double Exponential(Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());

    public static double Gamma(Random random, int shape, double scale) => Enumerable.Range(0, shape).Sum(_ => Exponential(random, scale));

    // Customers of a Poisson stream within one unit of time.
    public static int Poisson(Random random, double mean)
    {
        int count = 0;
        for (double time = Exponential(random, 1 / mean); time <= 1; time += Exponential(random, 1 / mean))
        {
            count++;
        }

        return count;
    }

    // Failures before r successes.
    public static int NegativeBinomial(Random random, int r, double p)
    {
        int failures = 0;
        for (int successes = 0; successes < r;)
        {
            if (random.NextDouble() < p)
            {
                successes++;
            }
            else
            {
                failures++;
            }
        }

        return failures;
    }
}
