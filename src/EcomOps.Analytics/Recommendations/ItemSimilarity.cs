namespace EcomOps.Analytics.Recommendations;

/// <summary>How alike two items are, from the customers who bought both (c_ij) and either (c_ii, c_jj).</summary>
public enum ItemSimilarity
{
    /// <summary><c>c_ij / sqrt(c_ii c_jj)</c>; 0 to 1.</summary>
    Cosine,

    /// <summary><c>c_ij / (c_ii + c_jj - c_ij)</c>; 0 to 1.</summary>
    Jaccard,
}
