namespace EcomOps.Analytics.Promotions;

/// <summary>Everything that the effect of promotions is read from.</summary>
/// <param name="Products">Series, all of the same weeks.</param>
/// <param name="Events">Promotions.</param>
/// <param name="Controls">Products that no promotion touches; their sales carry season and market.</param>
public sealed record PromotionStudy(IReadOnlyList<ProductSeries> Products, IReadOnlyList<PromotionEvent> Events, IReadOnlyList<string> Controls)
{
    /// <summary>For a product the substitutes that lose when it is promoted.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Substitutes { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>For a product the complements that gain when it is promoted.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Complements { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Weeks after a promotion in which its own sales may be missing; 4 by default.</summary>
    public int PostWeeks { get; init; } = 4;

    /// <summary>Confidence of the intervals; 0.9 by default.</summary>
    public double Confidence { get; init; } = 0.9;
}
