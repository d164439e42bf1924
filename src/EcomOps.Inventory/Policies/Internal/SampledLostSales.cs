namespace EcomOps.Inventory.Policies.Internal;

// An (R, S) policy with lost sales over sampled demand and, with less weight, the item's own history, for many levels: the history keeps
// what no family of distributions has, such as demands that come together.
internal sealed class SampledLostSales(int[] sampled, int[] history, int leadTime, int reviewPeriods)
{
    private const double HistoryWeight = 0.2;
    private const int DenseLevels = 20;
    private const double Growth = 1.08;
    private const int Patience = 8;

    public BaseStock Best(double holdingCost, double lostSaleCost)
    {
        int highest = Math.Max(Highest(sampled), Highest(history));
        var best = new BaseStock(0, double.MaxValue);
        int worse = 0;

        // With R = 1 the cost is convex in the level (Janakiraman and Roundy 2004); the patience covers the rest.
        for (double level = 0; level <= highest && worse < Patience; level = level < DenseLevels ? level + 1 : Math.Ceiling(level * Growth))
        {
            double cost = ((1 - HistoryWeight) * Cost(sampled, (long)level, holdingCost, lostSaleCost)) + (HistoryWeight * Cost(history, (long)level, holdingCost, lostSaleCost));
            worse = cost < best.Expected - 1e-12 ? 0 : worse + 1;
            best = worse == 0 ? new BaseStock(level, cost) : best;
        }

        return best;
    }

    // Above the largest demand between an order and the arrival of the next nothing is gained.
    private int Highest(int[] demand)
    {
        int span = leadTime + reviewPeriods;
        long sum = 0, largest = 0;
        for (int t = 0; t < demand.Length; t++)
        {
            sum += demand[t] - (t >= span ? demand[t - span] : 0);
            largest = Math.Max(largest, sum);
        }

        return (int)Math.Min(int.MaxValue / 2, largest);
    }

    private double Cost(int[] demand, long level, double holdingCost, double lostSaleCost)
    {
        var arriving = new long[leadTime + 1];
        long onHand = level, position = level, stock = 0, lost = 0;
        int now = 0, untilReview = 0;
        foreach (int wanted in demand)
        {
            long order = untilReview == 0 ? level - position : 0;
            untilReview = (untilReview == 0 ? reviewPeriods : untilReview) - 1;
            position += order;
            arriving[now == 0 ? leadTime : now - 1] = order;
            onHand += arriving[now];
            arriving[now] = 0;
            now = now == leadTime ? 0 : now + 1;
            long sold = Math.Min(onHand, wanted);
            lost += wanted - sold;
            onHand -= sold;
            position -= sold;
            stock += onHand;
        }

        return ((holdingCost * stock) + (lostSaleCost * lost)) / demand.Length;
    }
}
