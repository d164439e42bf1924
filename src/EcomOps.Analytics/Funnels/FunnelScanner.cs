namespace EcomOps.Analytics.Funnels;

/// <summary>How deep one person's events go into a sequence of steps.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class FunnelScanner
{
    /// <summary>Largest number of steps.</summary>
    public const int MaxSteps = 32;

    /// <summary>Deepest step reached.</summary>
    /// <param name="times">Times of the events, not falling, in any unit.</param>
    /// <param name="steps">For each event the steps it matches: bit i for step i (0-based); 0 for an event that is no step.</param>
    /// <param name="stepCount">Number of steps, 1 to 32.</param>
    /// <param name="window">Longest time from the first step, inclusive, in the unit of <paramref name="times"/>; 0 or more.</param>
    /// <param name="mode">Conditions.</param>
    /// <returns>0 when not even the first step was reached, up to <paramref name="stepCount"/>.</returns>
    /// <exception cref="ArgumentException">The lengths differ, the times fall, or a number is out of range.</exception>
    public static int Level(ReadOnlySpan<long> times, ReadOnlySpan<uint> steps, int stepCount, long window, FunnelScanMode mode = FunnelScanMode.Default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stepCount, MaxSteps);
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        if (times.Length != steps.Length)
        {
            throw new ArgumentException("Each event needs a time and its steps.", nameof(steps));
        }

        for (int i = 1; i < times.Length; i++)
        {
            if (times[i] < times[i - 1])
            {
                throw new ArgumentException("Events must be sorted by time.", nameof(times));
            }
        }

        return (mode & ~FunnelScanMode.StrictIncrease) == 0 ? Plain(times, steps, stepCount, window, mode != 0) : Strict(times, steps, stepCount, window, mode);
    }

    // start[i]: first-step time of the latest chain that reached step i; reached[i]: when it did.
    private static int Plain(ReadOnlySpan<long> times, ReadOnlySpan<uint> steps, int stepCount, long window, bool increase)
    {
        Span<long> start = stackalloc long[MaxSteps], reached = stackalloc long[MaxSteps];
        int level = 0;
        for (int e = 0; e < times.Length; e++)
        {
            for (int i = 0; i <= level && steps[e] >> i != 0; i++)
            {
                if ((steps[e] & (1u << i)) == 0)
                {
                    continue;
                }

                if (i == 0)
                {
                    start[0] = reached[0] = times[e];
                }
                else if (times[e] - start[i - 1] > window || (increase && reached[i - 1] >= times[e]))
                {
                    continue;
                }
                else
                {
                    start[i] = start[i - 1];
                    reached[i] = times[e];
                }

                if (i + 1 > level)
                {
                    level = i + 1;
                    if (level == stepCount)
                    {
                        return level;
                    }
                }
            }
        }

        return level;
    }

    private static int Strict(ReadOnlySpan<long> times, ReadOnlySpan<uint> steps, int stepCount, long window, FunnelScanMode mode)
    {
        bool order = mode.HasFlag(FunnelScanMode.StrictOrder), dedupe = mode.HasFlag(FunnelScanMode.StrictDeduplication);
        bool increase = mode.HasFlag(FunnelScanMode.StrictIncrease), once = mode.HasFlag(FunnelScanMode.StrictOnce), reentry = mode.HasFlag(FunnelScanMode.AllowReentry);
        Span<long> start = stackalloc long[MaxSteps], reached = stackalloc long[MaxSteps];
        Span<bool> done = stackalloc bool[MaxSteps], before = stackalloc bool[MaxSteps];
        int level = 0, previous = 0;
        for (int e = 0; e < times.Length; e++)
        {
            uint hits = steps[e];
            if (hits == 0)
            {
                if (order && done[0])
                {
                    break;
                }

                previous = 0;
                continue;
            }

            // With strict_once an event builds on what earlier events reached, not on its own step before.
            done[..stepCount].CopyTo(before);
            Span<bool> basis = once ? before : done;
            for (int i = 0; i < stepCount; i++)
            {
                if ((hits & (1u << i)) == 0)
                {
                    continue;
                }

                if (i == 0)
                {
                    if (order && done[0] && stepCount > 1 && done[1])
                    {
                        if (reentry)
                        {
                            previous = 1;
                            continue;
                        }

                        return level;
                    }

                    if (!(reentry && done[0]))
                    {
                        (start[0], reached[0], done[0]) = (times[e], times[e], true);
                    }
                }
                else if (dedupe && done[i])
                {
                    return previous;
                }
                else if (order && done[0] && !basis[i - 1])
                {
                    return level;
                }
                else if (basis[i - 1] && times[e] - start[i - 1] <= window && !(increase && reached[i - 1] >= times[e]))
                {
                    (start[i], reached[i], done[i]) = (start[i - 1], times[e], true);
                }

                previous = i + 1;
                if (done[i])
                {
                    level = Math.Max(level, i + 1);
                }

                if (level == stepCount)
                {
                    return level;
                }
            }
        }

        return level;
    }
}
