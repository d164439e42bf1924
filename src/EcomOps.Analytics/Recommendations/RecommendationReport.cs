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
    /// <returns>One line a model.</returns>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Customers} customers, lists of {K}\n{"model",-24} {"nDCG",7} {"MAP",7} {"recall",7} {"prec.",7} {"hits",7} {"cover",7}  gain over popularity\n");
        foreach (RecommendationQuality m in Models)
        {
            text.Append(CultureInfo.InvariantCulture, $"{m.Model,-24} {m.Ndcg,7:0.0000} {m.MeanAveragePrecision,7:0.0000} {m.Recall,7:0.0000} {m.Precision,7:0.0000} {m.HitRate,7:0.0000} {m.Coverage,7:0.0000}  {m.NdcgGain.Mean:+0.0000;-0.0000;0} ({m.NdcgGain.Low:0.0000} to {m.NdcgGain.High:0.0000})\n");
        }

        return text.ToString();
    }
}
