namespace EcomOps.Analytics.Customers.Internal;

// Rows of customer c are Starts[c] until Starts[c + 1], by day ascending.
internal sealed record OrderColumns(int[] Starts, int[] Days, long[] Amounts)
{
    public (int First, int Last) DayRange()
    {
        int first = int.MaxValue, last = int.MinValue;
        for (int c = 0; c + 1 < Starts.Length; c++)
        {
            if (Starts[c] < Starts[c + 1])
            {
                first = Math.Min(first, Days[Starts[c]]);
                last = Math.Max(last, Days[Starts[c + 1] - 1]);
            }
        }

        return first == int.MaxValue ? (0, 0) : (first, last);
    }
}
