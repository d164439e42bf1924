namespace EcomOps.Analytics.Internal;

// Seeded standard normal numbers: xoshiro256** and the polar method, so that results do not depend on the runtime.
internal sealed class NormalRandom
{
    private readonly Xoshiro _bits;
    private double _spare = double.NaN;

    public NormalRandom(int seed) => _bits = new Xoshiro(unchecked((ulong)seed));

    public double Next()
    {
        if (!double.IsNaN(_spare))
        {
            double spare = _spare;
            _spare = double.NaN;
            return spare;
        }

        while (true)
        {
            double u = (2 * _bits.NextDouble()) - 1, v = (2 * _bits.NextDouble()) - 1, s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                double scale = Math.Sqrt(-2 * Math.Log(s) / s);
                _spare = v * scale;
                return u * scale;
            }
        }
    }

    public double NextUniform() => _bits.NextDouble();
}
