namespace EcomOps.Analytics.Recommendations.Internal;

internal static class TopScores
{
    // The highest positive scores, best first; equal ones by item number, which is the ordinal sequence of ids.
    public static List<(int Item, double Score)> Of(ReadOnlySpan<double> scores, int count, Func<int, bool>? isAllowed)
    {
        // A heap of the best so far with the worst of them on top.
        PriorityQueue<int, (double Score, int Item)> heap = new(Comparer<(double Score, int Item)>.Create(static (x, y) => x.Score != y.Score ? x.Score.CompareTo(y.Score) : y.Item.CompareTo(x.Item)));
        double least = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            double score = scores[i];
            if (score <= 0 || (heap.Count == count && score <= least) || isAllowed?.Invoke(i) == false)
            {
                continue;
            }

            if (heap.Count == count)
            {
                heap.Dequeue();
            }

            heap.Enqueue(i, (score, i));
            heap.TryPeek(out _, out (double Score, int Item) worst);
            least = worst.Score;
        }

        List<(int Item, double Score)> best = new(heap.Count);
        while (heap.TryDequeue(out int item, out (double Score, int Item) priority))
        {
            best.Add((item, priority.Score));
        }

        best.Reverse();
        return best;
    }
}
