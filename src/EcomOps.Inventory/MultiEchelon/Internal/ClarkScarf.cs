using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Distributions.Internal;

namespace EcomOps.Inventory.MultiEchelon.Internal;

// C_0(x) = (p + sum h) x-; C_j(y) = E[h_j (y - D_j) + C_{j-1}(min(S_{j-1}, y - D_j))]; each C is tabulated where the next stage can look.
internal sealed class ClarkScarf(SerialStage[] stages, double penalty, double mean, double deviation)
{
    private const double Reach = 8.5;
    private const int Nodes = 341;

    private readonly double _slope = penalty + stages.Sum(s => s.EchelonHoldingCost);

    public (double[] Levels, double Cost) Solve(double[]? given, (double Low, double High)[] bounds)
    {
        int n = stages.Length;
        var levels = new double[n];
        var low = new double[n];
        var high = new double[n];
        for (int j = n - 1; j >= 0; j--)
        {
            (double from, double to) = given is null ? bounds[j] : (given[j], given[j]);
            low[j] = from;
            high[j] = to;
            if (j < n - 1)
            {
                // What the stage upstream may leave for this one.
                low[j] = Math.Min(from, low[j + 1] - Mean(j + 1) - (Reach * Deviation(j + 1)));
                high[j] = Math.Max(low[j], to);
            }
        }

        Func<double, double> below = x => _slope * Math.Max(0, -x);
        double cost = 0;
        for (int j = 0; j < n; j++)
        {
            Func<double, double> stage = j == 0 ? First : Stage(j, below);
            levels[j] = given is not null ? given[j]
                : high[j] - bounds[j].Low < 1e-12 ? bounds[j].Low
                : RootFinding.Minimise(stage, bounds[j].Low, bounds[j].High, 1e-7);
            cost = stage(levels[j]);
            if (j < n - 1)
            {
                below = Table(stage, low[j], levels[j]);
            }
        }

        return (levels, cost);
    }

    private double Mean(int j) => mean * stages[j].LeadTime;

    private double Deviation(int j) => deviation * Math.Sqrt(stages[j].LeadTime);

    // The first stage in closed form: E (y - D)- is the loss function.
    private double First(double y)
    {
        var demand = new NormalDemand(Mean(0), Deviation(0));
        return (stages[0].EchelonHoldingCost * (y - demand.Mean)) + (_slope * demand.Loss(y));
    }

    private Func<double, double> Stage(int j, Func<double, double> below)
    {
        double mu = Mean(j), sigma = Deviation(j), h = stages[j].EchelonHoldingCost;
        if (sigma == 0)
        {
            return y => (h * (y - mu)) + below(y - mu);
        }

        double step = 2 * Reach / (Nodes - 1), sum = 0;
        var offsets = new double[Nodes];
        var weights = new double[Nodes];
        for (int i = 0; i < Nodes; i++)
        {
            double z = -Reach + (i * step);
            offsets[i] = mu + (sigma * z);
            weights[i] = StandardNormal.Density(z);
            sum += weights[i];
        }

        for (int i = 0; i < Nodes; i++)
        {
            weights[i] /= sum;
        }

        return y =>
        {
            double expected = h * (y - mu);
            for (int i = 0; i < Nodes; i++)
            {
                expected += weights[i] * below(y - offsets[i]);
            }

            return expected;
        };
    }

    // Cubic interpolation up to the level, constant above it, linear below the table (the function is linear there).
    private Func<double, double> Table(Func<double, double> stage, double from, double level)
    {
        from = Math.Min(from, level - (4 * Math.Max(deviation, 1e-6)));
        double finest = deviation > 0 ? deviation * Math.Sqrt(stages.Where(s => s.LeadTime > 0).Select(s => s.LeadTime).DefaultIfEmpty(1).Min()) / 24 : (level - from) / 200;
        int points = (int)Math.Clamp(Math.Ceiling((level - from) / finest), 60, 1200) + 1;
        double step = (level - from) / (points - 1);
        var values = new double[points];
        for (int i = 0; i < points; i++)
        {
            values[i] = stage(from + (i * step));
        }

        double top = values[^1], leftSlope = (values[1] - values[0]) / step;
        return x =>
        {
            if (x >= level)
            {
                return top;
            }

            double position = (x - from) / step;
            if (position < 0)
            {
                return values[0] + (leftSlope * (x - from));
            }

            int i = Math.Min((int)position, points - 2);
            double t = position - i, b = values[i], c = values[i + 1];
            double a = i > 0 ? values[i - 1] : (2 * b) - c, d = i + 2 < points ? values[i + 2] : (2 * c) - b;
            return b + (0.5 * t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
        };
    }
}
