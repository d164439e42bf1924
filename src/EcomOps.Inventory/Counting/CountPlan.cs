using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using NodaTime;

namespace EcomOps.Inventory.Counting;

/// <summary>Plans of cycle counts.</summary>
public static class CountPlan
{
    /// <summary>Reason code under which pickers book what they did not find.</summary>
    public const string ShortPickReason = "short_pick";

    private static readonly CountTrigger[] Urgency = [CountTrigger.ShortPick, CountTrigger.ZeroBalance, CountTrigger.Zone, CountTrigger.Random, CountTrigger.Cycle];

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

    /// <summary>Everything that one or several locations hold: the sweep of a zone.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="day">Day of the count.</param>
    /// <param name="locations">Codes of the locations that make up the zone.</param>
    /// <param name="classes">Classes; items without one are C.</param>
    /// <returns>Counts by location and item.</returns>
    public static IReadOnlyList<PlannedCount> Zone(StockLedger ledger, LocalDate day, IReadOnlyCollection<string> locations, IReadOnlyDictionary<Sku, CountClass>? classes = null) =>
        Of(CountSheet.Open(ledger, locations).Records, day, classes, CountTrigger.Zone);

    /// <summary>Records that once held units and whose book is 0: quick to count, and forgotten units are found.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="day">Day of the count.</param>
    /// <param name="locations">Codes of the locations; null for all.</param>
    /// <param name="classes">Classes; items without one are C.</param>
    /// <returns>Counts by location and item.</returns>
    public static IReadOnlyList<PlannedCount> AtZero(StockLedger ledger, LocalDate day, IReadOnlyCollection<string>? locations = null, IReadOnlyDictionary<Sku, CountClass>? classes = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        HashSet<string> places = locations?.ToHashSet(StringComparer.Ordinal) ?? [.. ledger.Locations().Select(l => l.Code)];
        return Of(
            ledger.SellableAccounts(places, null).Accounts.GroupBy(a => new CountRecord(a.Account.Location, a.Sku)).Where(g => g.All(a => a.Quantity == 0)).Select(g => g.Key),
            day, classes, CountTrigger.ZeroBalance);
    }

    /// <summary>Records at which a picker found less than the book said: adjustments of that reason that took units away.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="day">Day of the count.</param>
    /// <param name="afterSequence">Only those recorded after it; 0 for all.</param>
    /// <param name="classes">Classes; items without one are C.</param>
    /// <param name="reason">Reason code under which short picks are booked.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Counts by location and item.</returns>
    public static async Task<IReadOnlyList<PlannedCount>> AfterShortPicksAsync(
        StockLedger ledger, LocalDate day, long afterSequence = 0, IReadOnlyDictionary<Sku, CountClass>? classes = null, string reason = ShortPickReason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var records = new HashSet<CountRecord>();
        await foreach (Movement movement in ledger.MovementsAsync(afterSequence, cancellationToken).ConfigureAwait(false))
        {
            if (movement.Kind == MovementKind.Adjust && movement.Reason == reason)
            {
                records.UnionWith(movement.Lines.Where(l => l.To.Location == VirtualLocation.Adjustment).Select(l => new CountRecord(l.From.Location, l.Sku)));
            }
        }

        return Of(records, day, classes, CountTrigger.ShortPick);
    }

    /// <summary>Puts plans together: the more urgent trigger comes first, and no record is counted twice within <see cref="CountOptions.MinimumDaysBetween"/>.</summary>
    /// <param name="plans">Plans.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <returns>Counts by day, location and item. Urgent are short picks, then zero balances, zones, samples, and the cycle last; of equal ones the earlier.</returns>
    public static IReadOnlyList<PlannedCount> Merge(IEnumerable<IReadOnlyList<PlannedCount>> plans, CountOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plans);
        int apart = (options ?? new()).MinimumDaysBetween;
        var kept = new Dictionary<(string, Sku), List<PlannedCount>>();
        foreach (PlannedCount count in plans.SelectMany(p => p).OrderBy(c => Array.IndexOf(Urgency, c.Trigger)).ThenBy(c => c.Day))
        {
            if (!kept.TryGetValue((count.Location, count.Sku), out List<PlannedCount>? own))
            {
                kept.Add((count.Location, count.Sku), own = []);
            }

            if (own.All(o => o.Day != count.Day && Math.Abs(Period.DaysBetween(o.Day, count.Day)) >= apart))
            {
                own.Add(count);
            }
        }

        return [.. kept.Values.SelectMany(c => c).OrderBy(c => c.Day).ThenBy(c => c.Location, StringComparer.Ordinal).ThenBy(c => c.Sku)];
    }

    /// <summary>A random sample of records on one day, every record equally likely.</summary>
    /// <param name="records">The records.</param>
    /// <param name="day">Day of the count.</param>
    /// <param name="size">How many; at most all of them.</param>
    /// <param name="seed">Seed; the same seed gives the same sample.</param>
    /// <param name="classes">Classes; items without one are C.</param>
    /// <returns>Counts by location and item.</returns>
    public static IReadOnlyList<PlannedCount> Random(IReadOnlyList<(Sku Sku, string Location)> records, LocalDate day, int size, int seed, IReadOnlyDictionary<Sku, CountClass>? classes = null) =>
        Of(Sample(records, size, seed).Select(r => new CountRecord(r.Location, r.Sku)), day, classes, CountTrigger.Random);

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
        new System.Random(seed).Shuffle(shuffled);
        return [.. shuffled.Take(size).OrderBy(r => r.Location, StringComparer.Ordinal).ThenBy(r => r.Sku)];
    }

    private static IReadOnlyList<PlannedCount> Of(IEnumerable<CountRecord> records, LocalDate day, IReadOnlyDictionary<Sku, CountClass>? classes, CountTrigger trigger) =>
    [
        .. records.Select(r => (r.Location, r.Sku)).Distinct().OrderBy(r => r.Location, StringComparer.Ordinal).ThenBy(r => r.Sku)
            .Select(r => new PlannedCount(day, r.Location, r.Sku, classes?.GetValueOrDefault(r.Sku, CountClass.C) ?? CountClass.C, trigger)),
    ];
}
