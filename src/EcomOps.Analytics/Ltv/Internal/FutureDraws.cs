using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

// Random numbers of one customer's future.
internal sealed class FutureDraws(int seed)
{
    // A purchase a minute for a year; a drawn rate beyond that is no customer.
    private const int MostPurchases = 500_000;

    private readonly NormalRandom _random = new(seed);

    public bool Chance(double probability) => _random.NextUniform() < probability;

    public double Exponential(double rate) => -Math.Log(1 - _random.NextUniform()) / rate;

    // Marsaglia and Tsang (2000); below shape 1 by the power of a uniform number.
    public double Gamma(double shape, double rate)
    {
        if (shape < 1)
        {
            double boost = Math.Exp(Math.Log(1 - _random.NextUniform()) / shape);
            return Math.Max(1e-300, Gamma(shape + 1, rate) * boost);
        }

        double d = shape - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = _random.Next(), v = 1 + (c * x);
            v = v * v * v;
            if (v > 0 && Math.Log(1 - _random.NextUniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v / rate;
            }
        }
    }

    public double Beta(double a, double b)
    {
        double x = Gamma(a, 1), y = Gamma(b, 1);
        return x / (x + y);
    }

    // Times of purchases at a rate until an end, each followed by leaving with a chance.
    public IEnumerable<double> Purchases(double rate, double until, double leave)
    {
        double time = Exponential(rate);
        for (int count = 0; time <= until && count < MostPurchases; count++)
        {
            yield return time;
            if (leave > 0 && Chance(leave))
            {
                yield break;
            }

            time += Exponential(rate);
        }
    }
}
