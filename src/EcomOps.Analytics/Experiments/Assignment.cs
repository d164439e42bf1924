using System.Security.Cryptography;
using System.Text;

namespace EcomOps.Analytics.Experiments;

/// <summary>Stable assignment of visitors to variants: the same visitor, experiment and layer always give the same variant, on every machine.</summary>
/// <remarks>Pure and thread-safe. SHA-256 over layer and visitor places a visitor on a line from 0 to 1; experiments of one layer own ranges of it and so never share a visitor. A second, independent hash picks the variant.</remarks>
public static class Assignment
{
    /// <summary>Variant of a visitor.</summary>
    /// <param name="plan">Experiment.</param>
    /// <param name="visitorId">Stable id of the visitor.</param>
    /// <returns>Name of the variant; null when the visitor takes no part.</returns>
    public static string? VariantOf(ExperimentPlan plan, string visitorId)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentException.ThrowIfNullOrEmpty(visitorId);
        double place = Place("layer", plan.Layer, visitorId);
        if (place < plan.From || place >= plan.To)
        {
            return null;
        }

        double draw = Place("variant", plan.Id, visitorId) * plan.Variants.Sum(v => v.Weight);
        foreach ((string name, double weight) in plan.Variants)
        {
            draw -= weight;
            if (draw < 0)
            {
                return name;
            }
        }

        return plan.Variants[^1].Name;
    }

    private static double Place(string purpose, string scope, string visitorId)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\u001f{scope}\u001f{visitorId}"), hash);
        return (System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }
}
