using EcomOps.Core;

namespace EcomOps.Inventory.Counting.Internal;

// Which count stands, and when somebody else must count again.
internal static class CountJudge
{
    public static CountResult Judge(CountRecord record, IReadOnlyList<CountTake> takes, CountClass countClass, Money? unitCost, CountOptions options) =>
        new(record, takes, countClass, options.Tolerates(countClass, takes[^1]), Decide(takes, countClass, unitCost, options), unitCost);

    private static CountDecision Decide(IReadOnlyList<CountTake> takes, CountClass countClass, Money? unitCost, CountOptions options)
    {
        CountTake last = takes[^1];
        if (options.MaximumCounts == 1)
        {
            return new CountAccepted(last);
        }

        if (takes.Count == 1)
        {
            return !options.Tolerates(countClass, last) ? new RecountNeeded(RecountReason.OutsideTolerance)
                : last.Variance != 0 && options.RecountOver is { } limit && !(unitCost is { } cost && Math.Abs(cost.Amount * last.Variance) <= limit.Amount) ? new RecountNeeded(RecountReason.OverValueLimit)
                : new CountAccepted(last);
        }

        return takes.SkipLast(1).Any(t => t.Variance == last.Variance) ? new CountAccepted(last)
            : takes.Count >= options.MaximumCounts ? new CountEscalated()
            : new RecountNeeded(RecountReason.CountsDiffer);
    }
}
