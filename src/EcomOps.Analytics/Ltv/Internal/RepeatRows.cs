using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Ltv.Internal;

// Distinct purchase histories with their weights, by frequency ascending.
internal sealed class RepeatRows
{
    private const int SubsampleFrom = 40_000;
    private const int SubsampleSize = 10_000;

    private RepeatRows(int[] frequency, double[] recency, double[] age, double[] weight)
    {
        Frequency = frequency;
        Recency = recency;
        Age = age;
        Weight = weight;
        foreach (double w in weight)
        {
            Customers += w;
        }
    }

    public int[] Frequency { get; }

    public double[] Recency { get; }

    public double[] Age { get; }

    public double[] Weight { get; }

    public double Customers { get; }

    public int Count => Frequency.Length;

    public double MeanAge
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < Count; i++)
            {
                sum += Weight[i] * Age[i];
            }

            // Histories of no length fit no rate; the start must be a number all the same.
            return sum > 0 ? sum / Customers : 1;
        }
    }

    public static RepeatRows Of(RepeatSummaries summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        if (summaries.Items.Count == 0)
        {
            throw new ArgumentException("There is no customer to fit.", nameof(summaries));
        }

        Dictionary<(int, double, double), double> distinct = new(summaries.Items.Count);
        foreach (RepeatSummary row in summaries.Items)
        {
            ref double weight = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(distinct, (row.Frequency, row.Recency, row.Age), out _);
            weight += row.Weight;
        }

        int n = distinct.Count, at = 0;
        int[] frequency = new int[n], order = new int[n];
        double[] recency = new double[n], age = new double[n], weights = new double[n];
        foreach (((int x, double tx, double t), double w) in distinct)
        {
            frequency[at] = x;
            recency[at] = tx;
            age[at] = t;
            weights[at] = w;
            order[at] = at++;
        }

        Array.Sort(frequency, order);
        return new RepeatRows(frequency, Pick(recency, order), Pick(age, order), Pick(weights, order));
    }

    // A fit on evenly spaced rows gives a start and a curvature from which the full data need few evaluations.
    public (double[] Start, double[,]? InverseHessian) Warm(Func<RepeatRows, Objective> objective, double[] start)
    {
        if (Count < SubsampleFrom)
        {
            return (start, null);
        }

        int stride = Count / SubsampleSize;
        int[] order = [.. Enumerable.Range(0, Count / stride).Select(i => i * stride)];
        var sample = new RepeatRows([.. order.Select(i => Frequency[i])], Pick(Recency, order), Pick(Age, order), Pick(Weight, order));
        (double[] log, _, double[,] inverse, _) = QuasiNewton.Minimise(objective(sample), [.. start.Select(value => Math.Log(value))]);
        double scale = sample.Customers / Customers;
        for (int i = 0; i < log.Length; i++)
        {
            for (int j = 0; j < log.Length; j++)
            {
                inverse[i, j] *= scale;
            }
        }

        return ([.. log.Select(value => Math.Exp(value))], inverse);
    }

    private static double[] Pick(double[] values, int[] order)
    {
        double[] picked = new double[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            picked[i] = values[order[i]];
        }

        return picked;
    }
}
