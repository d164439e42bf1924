using EcomOps.Core;
using NodaTime;

namespace EcomOps.Inventory.Counting;

/// <summary>Plans of cycle counts.</summary>
public static class CountPlan
{
    /// <summary>Spreads the counts of a year evenly over its working days, so that each class is counted as often as its options say.</summary>
    /// <param name="records">Item and location of each record.</param>
    /// <param name="classes">Classes; items without one count as C.</param>
    /// <param name="workingDays">Working days of a year in order; at least one.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>Counts by day, location and item. Counts of one record lie at least <see cref="CountOptions.MinimumDaysBetween"/> days apart.</returns>
    /// <exception cref="ArgumentException">There is no working day.</exception>
    public static IReadOnlyList<PlannedCount> ForYear(IReadOnlyList<(Sku Sku, string Location)> records, IReadOnlyDictionary<Sku, CountClass> classes, IReadOnlyList<LocalDate> workingDays, CountOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(workingDays);
        if (workingDays.Count == 0)
        {
            throw new ArgumentException("Give at least one working day.", nameof(workingDays));
        }

        options ??= new();
        var plan = new List<PlannedCount>();
        foreach (IGrouping<CountClass, (Sku Sku, string Location)> group in records.Distinct().OrderBy(r => r.Location, StringComparer.Ordinal).ThenBy(r => r.Sku).GroupBy(r => classes.GetValueOrDefault(r.Sku, CountClass.C)))
        {
            (Sku Sku, string Location)[] members = [.. group];
            int times = group.Key switch { CountClass.A => options.CountsPerYear.A, CountClass.B => options.CountsPerYear.B, _ => options.CountsPerYear.C };

            // The k-th round of a class starts k/times into the year; within it the records follow each other at an even pace.
            for (int i = 0; i < members.Length; i++)
            {
                LocalDate? last = null;
                for (int round = 0; round < times; round++)
                {
                    long slot = ((long)round * members.Length) + i;
                    LocalDate day = workingDays[(int)(slot * workingDays.Count / ((long)times * members.Length))];
                    if (last is not { } before || Period.DaysBetween(before, day) >= options.MinimumDaysBetween)
                    {
                        plan.Add(new(day, members[i].Location, members[i].Sku, group.Key, CountTrigger.Cycle));
                        last = day;
                    }
                }
            }
        }

        return [.. plan.OrderBy(p => p.Day).ThenBy(p => p.Location, StringComparer.Ordinal).ThenBy(p => p.Sku)];
    }

    /// <summary>A random sample of records, every one equally likely.</summary>
    /// <param name="records">The records.</param>
    /// <param name="size">How many; at most all of them.</param>
    /// <param name="seed">Seed; the same seed gives the same sample.</param>
    /// <returns>The sample, by location and item.</returns>
    public static IReadOnlyList<(Sku Sku, string Location)> Sample(IReadOnlyList<(Sku Sku, string Location)> records, int size, int seed)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        (Sku Sku, string Location)[] shuffled = [.. records];
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled.Take(size).OrderBy(r => r.Location, StringComparer.Ordinal).ThenBy(r => r.Sku)];
    }
}
