using System.Diagnostics;

namespace EcomOps.Benchmarks.Gates;

/// <summary>Timing and allocation of an action, robust against a noisy machine: the best of several batches.</summary>
public static class Measurement
{
    /// <summary>Best time per call in nanoseconds over <paramref name="batches"/> batches of at least <paramref name="batchMilliseconds"/> each, after warming up.</summary>
    public static double BestNanoseconds(Action action, int batches = 7, int batchMilliseconds = 60)
    {
        ArgumentNullException.ThrowIfNull(action);
        long calls = Calibrate(action, batchMilliseconds);
        double best = double.MaxValue;
        for (int batch = 0; batch < batches; batch++)
        {
            long start = Stopwatch.GetTimestamp();
            for (long i = 0; i < calls; i++)
            {
                action();
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls);
        }

        return best;
    }

    /// <summary>Bytes that one call allocates on this thread, averaged over <paramref name="calls"/> calls after warming up.</summary>
    public static double AllocatedBytes(Action action, int calls = 100)
    {
        ArgumentNullException.ThrowIfNull(action);
        for (int i = 0; i < 3; i++)
        {
            action();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++)
        {
            action();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)calls;
    }

    /// <summary>Best processor time of the whole process in seconds over several runs; use for single long calls.</summary>
    public static double BestProcessorSeconds(Action action, int runs = 3)
    {
        ArgumentNullException.ThrowIfNull(action);
        using var process = Process.GetCurrentProcess();
        double best = double.MaxValue;
        for (int run = 0; run < runs; run++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            action();
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - before).TotalSeconds);
        }

        return best;
    }

    private static long Calibrate(Action action, int batchMilliseconds)
    {
        long calls = 1;
        while (true)
        {
            long start = Stopwatch.GetTimestamp();
            for (long i = 0; i < calls; i++)
            {
                action();
            }

            double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (elapsed >= batchMilliseconds)
            {
                return calls;
            }

            calls = elapsed < 1 ? calls * 16 : (long)Math.Ceiling(calls * batchMilliseconds * 1.2 / elapsed);
        }
    }
}
