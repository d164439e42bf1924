using System.Buffers;
using System.Runtime.CompilerServices;

namespace EcomOps.Analytics.Segments.Internal;

internal sealed class RfmScorer(RfmOptions options, int amountDigits)
{
    // A value on a cut belongs to the better side for recency: at exactly 30 days one is still within 30 days.
    public (byte[] Scores, int Levels) Recency(int[] days) =>
        Score(days, -1, options.Cuts is { } cuts ? [.. cuts.RecencyDays.Reverse().Select(d => -(decimal)d - 0.5m)] : []);

    public (byte[] Scores, int Levels) Frequency(int[] counts) => Score(counts, 1, options.Cuts is { } cuts ? [.. cuts.Frequency.Select(c => (decimal)c)] : []);

    public (byte[] Scores, int Levels) Monetary(long[] amounts)
    {
        decimal unit = new decimal(1, 0, 0, false, (byte)amountDigits);
        return Score(amounts, options.Cuts is { } cuts ? [.. cuts.Monetary.Select(c => c / unit)] : []);
    }

    private (byte[] Scores, int Levels) Score(int[] column, int sign, decimal[] cuts)
    {
        long[] borrowed = ArrayPool<long>.Shared.Rent(column.Length);
        try
        {
            Span<long> values = borrowed.AsSpan(0, column.Length);
            Widen(column, sign, values);
            return Score(values, cuts);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(borrowed);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen(ReadOnlySpan<int> column, int sign, Span<long> values)
    {
        for (int i = 0; i < column.Length; i++)
        {
            values[i] = sign * (long)column[i];
        }
    }

    private (byte[] Scores, int Levels) Score(ReadOnlySpan<long> values, decimal[] cuts)
    {
        if (values.Length == 0)
        {
            return ([], options.Scoring == RfmScoring.Fixed ? cuts.Length + 1 : options.Levels);
        }

        return options.Scoring switch
        {
            RfmScoring.Ntile or RfmScoring.OrdinalFloor => (Ordinal(values), options.Levels),
            RfmScoring.Midrank => (Midrank(values), options.Levels),
            RfmScoring.Quantile => ByCuts(values, QuantileCuts.Of(values, options.Levels)),
            _ => ByCuts(values, cuts),
        };
    }

    // Scores start at ranks that depend on the number of customers only.
    private byte[] Ordinal(ReadOnlySpan<long> values)
    {
        int n = values.Length, levels = options.Levels;
        int size = n / levels, larger = n % levels;
        bool ntile = options.Scoring == RfmScoring.Ntile;
        int[] firsts = new int[levels - 1];
        for (int k = 1; k < levels; k++)
        {
            firsts[k - 1] = ntile ? (k * size) + Math.Min(k, larger) : (int)((((long)k * n) + levels - 1) / levels);
        }

        return RankCuts.Score(values, firsts);
    }

    private byte[] Midrank(ReadOnlySpan<long> values)
    {
        int n = values.Length;
        int[] order = StableRank.Ascending(values);
        byte[] scores = new byte[n];
        for (int from = 0; from < n;)
        {
            int to = from + 1;
            while (to < n && values[order[to]] == values[order[from]])
            {
                to++;
            }

            // The average 1-based rank is (from + 1 + to) / 2; less one half it is (from + to) / 2.
            byte score = (byte)(1 + ((long)options.Levels * (from + to) / (2L * n)));
            for (; from < to; from++)
            {
                scores[order[from]] = score;
            }
        }

        return scores;
    }

    private static (byte[] Scores, int Levels) ByCuts(ReadOnlySpan<long> values, decimal[] cuts)
    {
        byte[] scores = new byte[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int below = 0;
            while (below < cuts.Length && cuts[below] < values[i])
            {
                below++;
            }

            scores[i] = (byte)(below + 1);
        }

        return (scores, cuts.Distinct().Count() + 1);
    }
}
