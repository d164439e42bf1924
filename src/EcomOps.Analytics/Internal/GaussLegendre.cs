namespace EcomOps.Analytics.Internal;

// Nodes and weights on [-1, 1], by Newton's method on the Legendre polynomial.
internal sealed class GaussLegendre
{
    private GaussLegendre(int points)
    {
        Nodes = new double[points];
        Weights = new double[points];
        for (int i = 0; i < points; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (points + 0.5)), slope = 1;
            for (int turn = 0; turn < 100; turn++)
            {
                double p0 = 1, p1 = x;
                for (int k = 2; k <= points; k++)
                {
                    (p0, p1) = (p1, ((((2 * k) - 1) * x * p1) - ((k - 1) * p0)) / k);
                }

                slope = points * ((x * p1) - p0) / ((x * x) - 1);
                double step = p1 / slope;
                x -= step;
                if (Math.Abs(step) < 1e-16)
                {
                    break;
                }
            }

            Nodes[i] = x;
            Weights[i] = 2 / ((1 - (x * x)) * slope * slope);
        }
    }

    public static GaussLegendre Ten { get; } = new(10);

    public static GaussLegendre Twenty { get; } = new(20);

    public double[] Nodes { get; }

    public double[] Weights { get; }

    public double Integrate(Func<double, double> f, double from, double to)
    {
        double half = (to - from) / 2, mid = (from + to) / 2, sum = 0;
        for (int i = 0; i < Nodes.Length; i++)
        {
            sum += Weights[i] * f(mid + (half * Nodes[i]));
        }

        return sum * half;
    }
}
