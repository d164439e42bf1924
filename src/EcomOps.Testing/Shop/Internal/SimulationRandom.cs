namespace EcomOps.Testing.Shop.Internal;

/// <summary>A stream of numbers that depends on seed, purpose and day only, so that a longer simulation never changes a shorter one.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA.</remarks>
internal sealed class SimulationRandom
{
    private ulong _state;

    internal SimulationRandom(int seed, Purpose purpose, int day) =>
        _state = Mix(Mix(Mix(unchecked((ulong)seed) + 1) ^ (ulong)purpose) ^ unchecked((ulong)day));

    internal enum Purpose
    {
        Catalogue = 1,
        Orders,
        Supply,
        Traffic,
        Spend,
    }

    /// <summary>Uniform in [0, 1).</summary>
    internal double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, below).</summary>
    internal int Next(int below) => (int)(Next() * below);

    /// <summary>Uniform in [from, to], both ends included.</summary>
    internal int Between(int from, int to) => from + Next(to - from + 1);

    internal bool Chance(double probability) => Next() < probability;

    /// <summary>Standard normal, by Box and Muller 1958.</summary>
    internal double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>Exponential with a mean above 0.</summary>
    internal double Exponential(double mean) => -mean * Math.Log(1 - Next());

    /// <summary>Poisson: products of uniforms for small means (Knuth), rounded normal for large ones.</summary>
    internal int Poisson(double mean)
    {
        if (mean > 60)
        {
            return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        double limit = Math.Exp(-mean);
        int count = 0;
        for (double product = Next(); product > limit; product *= Next())
        {
            count++;
        }

        return count;
    }

    internal T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>Picks an index with the probability of its weight.</summary>
    internal int Weighted(ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (double weight in weights)
        {
            total += weight;
        }

        double at = Next() * total;
        for (int i = 0; i < weights.Length - 1; i++)
        {
            if ((at -= weights[i]) < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    private ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
        }

        return Mix(_state);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
