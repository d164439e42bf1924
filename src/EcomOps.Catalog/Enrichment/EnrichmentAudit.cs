using EcomOps.Core;

namespace EcomOps.Catalog.Enrichment;

/// <summary>How complete and how good a product's content is for one channel and locale.</summary>
/// <param name="ProductId">Product.</param>
/// <param name="Required">What the rules demand, in their order; each code once.</param>
/// <param name="Marks">Parts of the score.</param>
/// <param name="Issues">Missing values (<c>attribute_missing</c>), findings on texts and images, and failed rules (<c>enrichment_error</c>).</param>
public sealed record EnrichmentAudit(string ProductId, IReadOnlyList<RequiredAttribute> Required, IReadOnlyList<QualityMark> Marks, IReadOnlyList<Issue> Issues)
{
    /// <summary>Codes of the required values that are missing.</summary>
    public IReadOnlyList<string> Missing => [.. Required.Where(r => !r.IsPresent).Select(r => r.Code)];

    /// <summary>Share of the required values that are present, 0 to 1; 1 when nothing is required.</summary>
    public decimal Completeness => Required.Count == 0 ? 1 : (decimal)Required.Count(r => r.IsPresent) / Required.Count;

    /// <summary>Completeness in whole percent, rounded down so that 100 means complete.</summary>
    public int CompletenessPercent => (int)decimal.Floor(Completeness * 100);

    /// <summary>Weighted mean of the marks, 0 to 1: sum of weight times mark over the sum of weights; 1 without marks.</summary>
    public decimal Score => Marks.Sum(m => m.Weight) is > 0 and var total ? Marks.Sum(m => m.Weight * m.Mark) / total : 1;
}
