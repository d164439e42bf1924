using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

internal static class CovariateLikelihood
{
    public static void Check(RepeatSummaries customers, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> characteristics)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(characteristics);
        if (names.Count == 0 || characteristics.Count != customers.Items.Count)
        {
            throw new ArgumentException($"Give at least one name, and characteristics for each of the {customers.Items.Count} histories.", nameof(characteristics));
        }

        for (int i = 0; i < characteristics.Count; i++)
        {
            if (characteristics[i].Count != names.Count || !characteristics[i].All(double.IsFinite))
            {
                throw new ArgumentException($"Row {i} must hold {names.Count} finite numbers.", nameof(characteristics));
            }
        }

        for (int j = 0; j < names.Count; j++)
        {
            if (characteristics.All(c => c[j] == characteristics[0][j]))
            {
                throw new ArgumentException($"{names[j]} is the same for every customer; its effect cannot be told. Leave it out.", nameof(characteristics));
            }
        }
    }

    // The kernel's likelihood with parameters of each customer; the last parameters are the coefficients themselves. Customers
    // with the same history and characteristics are counted once with their weight.
    public static Objective Negative(RepeatSummaries customers, IReadOnlyList<IReadOnlyList<double>> characteristics, CustomerKernel kernel)
    {
        (RepeatSummary[] rows, double[][] z) = Distinct(customers, characteristics);
        int k = z.Length == 0 ? 0 : z[0].Length;
        (int leaving, int sign) = kernel.Leaving;
        return (at, gradient) =>
        {
            gradient.Clear();
            kernel.Begin(at[..4]);
            Span<double> logs = stackalloc double[4], slope = stackalloc double[4];
            double sum = 0;
            for (int i = 0; i < rows.Length; i++)
            {
                at[..4].CopyTo(logs);
                for (int j = 0; j < k; j++)
                {
                    logs[1] -= at[4 + j] * z[i][j];
                    logs[leaving] += sign * at[4 + k + j] * z[i][j];
                }

                double w = rows[i].Weight;
                sum += w * kernel.Evaluate(rows[i], logs, slope);
                for (int p = 0; p < 4; p++)
                {
                    gradient[p] -= w * slope[p];
                }

                for (int j = 0; j < k; j++)
                {
                    gradient[4 + j] += w * slope[1] * z[i][j];
                    gradient[4 + k + j] -= w * sign * slope[leaving] * z[i][j];
                }
            }

            return -sum;
        };
    }

    private static (RepeatSummary[] Rows, double[][] Characteristics) Distinct(RepeatSummaries customers, IReadOnlyList<IReadOnlyList<double>> characteristics)
    {
        List<RepeatSummary> rows = [];
        List<double[]> z = [];
        Dictionary<Vector, int> kinds = [];
        Dictionary<(RepeatSummary, int), int> positions = [];
        for (int i = 0; i < characteristics.Count; i++)
        {
            double[] own = [.. characteristics[i]];
            kinds.TryAdd(new Vector(own), kinds.Count);
            RepeatSummary row = customers.Items[i];
            var key = (row with { Weight = 1 }, kinds[new Vector(own)]);
            if (positions.TryGetValue(key, out int at))
            {
                rows[at] = rows[at] with { Weight = rows[at].Weight + row.Weight };
                continue;
            }

            positions.Add(key, rows.Count);
            rows.Add(row);
            z.Add(own);
        }

        return ([.. rows], [.. z]);
    }

    // Numbers compared one by one.
    private readonly struct Vector(double[] values) : IEquatable<Vector>
    {
        private readonly double[] _values = values;

        public bool Equals(Vector other) => _values.AsSpan().SequenceEqual(other._values);

        public override bool Equals(object? obj) => obj is Vector other && Equals(other);

        public override int GetHashCode() => _values.Aggregate(17, HashCode.Combine);
    }
}
