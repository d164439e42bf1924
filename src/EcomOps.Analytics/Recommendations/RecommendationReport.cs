using System.Globalization;
using System.Text;

namespace EcomOps.Analytics.Recommendations;

/// <summary>Models side by side on the same customers.</summary>
/// <param name="K">Length of the lists.</param>
/// <param name="Customers">Customers with something to foresee.</param>
/// <param name="Models">Popularity first, then the models in the sequence given.</param>
public sealed record RecommendationReport(int K, int Customers, IReadOnlyList<RecommendationQuality> Models)
{
    /// <summary>The model with the highest nDCG whose gain over popularity is shown (the interval lies above 0); popularity when there is none.</summary>
    public RecommendationQuality Best => Models.Skip(1).Where(m => m.NdcgGain.Low > 0).MaxBy(m => m.Ndcg) ?? Models[0];

    /// <summary>The report as a table of text.</summary>
    /// <returns>One line a model; with prices the share of later sales that was found, with margins also that of margin, and the mean margin of a shown item.</returns>
    public override string ToString()
    {
        StringBuilder text = new();
        bool sales = Models.Any(m => m.RevenueRecall is not null), margin = Models.Any(m => m.AverageMargin is not null);
        text.Append(CultureInfo.InvariantCulture, $"{Customers} customers, lists of {K}\n{"model",-24} {"nDCG",7} {"MAP",7} {"recall",7} {"prec.",7} {"hits",7} {"cover",7}{(sales ? "   sales" : string.Empty)}{(margin ? "  margin  margin each" : string.Empty)}  gain over popularity\n");
        foreach (RecommendationQuality m in Models)
        {
            text.Append(CultureInfo.InvariantCulture, $"{m.Model,-24} {m.Ndcg,7:0.0000} {m.MeanAveragePrecision,7:0.0000} {m.Recall,7:0.0000} {m.Precision,7:0.0000} {m.HitRate,7:0.0000} {m.Coverage,7:0.0000}{(sales ? Cell(m.RevenueRecall) : string.Empty)}{(margin ? $"{Cell(m.MarginRecall)}{m.AverageMargin?.Amount.ToString("0.00", CultureInfo.InvariantCulture) ?? "-",13}" : string.Empty)}  {m.NdcgGain.Mean:+0.0000;-0.0000;0} ({m.NdcgGain.Low:0.0000} to {m.NdcgGain.High:0.0000})\n");
        }

        return text.ToString();
    }

    private static string Cell(double? share) => string.Create(CultureInfo.InvariantCulture, $" {share?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-",7}");
}
