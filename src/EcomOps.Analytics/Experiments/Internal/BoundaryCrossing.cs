using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments.Internal;

// The score S(t) = z sqrt(t) is a Brownian motion with drift. The density of S on the paths that have crossed no bound so far stands on the nodes of a
// Gauss-Legendre rule over the region between the bounds; each look folds it with a normal step.
internal sealed class BoundaryCrossing(bool twoSided, double drift)
{
    // Beyond nine standard deviations nothing is left to integrate.
    private const double Reach = 9;

    private double _time;
    private double[] _nodes = [0];
    private double[] _mass = [1];

    public static double Probability(IReadOnlyList<double> times, IReadOnlyList<double> bounds, bool twoSided, double drift)
    {
        BoundaryCrossing crossing = new(twoSided, drift);
        double total = 0;
        for (int k = 0; k < times.Count; k++)
        {
            total += crossing.Exit(times[k], bounds[k]);
            crossing.Pass(times[k], bounds[k], k + 1 < times.Count ? times[k + 1] : null);
        }

        return total;
    }

    // The bound at which just so much probability leaves; infinite for nothing.
    public double BoundFor(double time, double probability) =>
        Exit(time, Reach) >= probability ? double.PositiveInfinity : RootFinder.Bisect(b => probability - Exit(time, b), 0, Reach);

    public void Pass(double time, double bound, double? next)
    {
        if (next is null)
        {
            return;
        }

        double step = Math.Sqrt(time - _time), scale = Math.Sqrt(time), high = (Math.Min(bound, Reach) * scale) + (double.IsInfinity(bound) ? Math.Max(0, drift * time) : 0);
        double low = twoSided ? -Math.Min(bound, Reach) * scale : (-Reach * scale) + Math.Min(0, drift * time);
        int panels = (int)Math.Ceiling((high - low) / Math.Min(step, Math.Sqrt(next.Value - time)));
        double[] nodes = new double[panels * 10], mass = new double[panels * 10];
        double half = (high - low) / panels / 2, move = drift * (time - _time);
        for (int p = 0; p < panels; p++)
        {
            for (int i = 0; i < 10; i++)
            {
                double y = low + (half * ((2 * p) + 1 + GaussLegendre.Ten.Nodes[i])), density = 0;
                for (int j = 0; j < _nodes.Length; j++)
                {
                    density += _mass[j] * Distributions.NormalPdf((y - _nodes[j] - move) / step);
                }

                nodes[(p * 10) + i] = y;
                mass[(p * 10) + i] = density / step * half * GaussLegendre.Ten.Weights[i];
            }
        }

        (_nodes, _mass, _time) = (nodes, mass, time);
    }

    private double Exit(double time, double bound)
    {
        double step = Math.Sqrt(time - _time), edge = bound * Math.Sqrt(time), move = drift * (time - _time), total = 0;
        for (int j = 0; j < _nodes.Length; j++)
        {
            double at = _nodes[j] + move;
            total += _mass[j] * (Distributions.NormalCdf((at - edge) / step) + (twoSided ? Distributions.NormalCdf((-edge - at) / step) : 0));
        }

        return total;
    }
}
