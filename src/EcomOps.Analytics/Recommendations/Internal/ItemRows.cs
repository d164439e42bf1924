namespace EcomOps.Analytics.Recommendations.Internal;

// Sets of item numbers one after the other: row r is Contents[Starts[r]..Starts[r + 1]], ascending; Counts[i] rows hold item i.
internal sealed record ItemRows(int[] Starts, int[] Contents, int[] Counts)
{
    public int Rows => Starts.Length - 1;

    public int Items => Counts.Length;

    public ReadOnlySpan<int> Of(int row) => Contents.AsSpan(Starts[row], Starts[row + 1] - Starts[row]);

    // The same pairs the other way round: for every item the rows that hold it, ascending.
    public (int[] Starts, int[] Contents) Transposed()
    {
        int[] starts = new int[Items + 1], contents = new int[Contents.Length];
        for (int i = 0; i < Items; i++)
        {
            starts[i + 1] = starts[i] + Counts[i];
        }

        int[] at = [.. starts.AsSpan(0, Items)];
        for (int row = 0; row < Rows; row++)
        {
            foreach (int item in Of(row))
            {
                contents[at[item]++] = row;
            }
        }

        return (starts, contents);
    }
}
