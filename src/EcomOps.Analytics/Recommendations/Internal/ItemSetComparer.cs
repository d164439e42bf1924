namespace EcomOps.Analytics.Recommendations.Internal;

internal sealed class ItemSetComparer : IEqualityComparer<int[]>
{
    public static ItemSetComparer Instance { get; } = new();

    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj)
    {
        uint hash = 2166136261;
        foreach (int item in obj)
        {
            hash = unchecked((hash ^ (uint)item) * 16777619);
        }

        return unchecked((int)hash);
    }
}
