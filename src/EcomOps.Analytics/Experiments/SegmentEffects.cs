using System.Globalization;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Whether an effect differs between segments (device, country, new and returning), and where it is.</summary>
/// <param name="Segments">One entry a segment, as given.</param>
/// <param name="Pooled">Effect over the segments, each weighted by its precision; 0 when no segment can be compared.</param>
/// <param name="Q">Cochran's Q: the squared distances of the segments' effects from <paramref name="Pooled"/>, each over its squared standard error.</param>
/// <param name="InteractionPValue">Chance of such differences between segments if the effect is the same in all (chi-squared with one degree less than segments); 1 with fewer than two.</param>
/// <remarks>
/// Read <paramref name="InteractionPValue"/> first: a segment that is "significant" beside one that is not shows no difference between them. Segments must be known before exposure.
/// Immutable and thread-safe.
/// </remarks>
public sealed record SegmentEffects(IReadOnlyList<SegmentEffect> Segments, double Pooled, double Q, double InteractionPValue)
{
    /// <summary>Whether effects are relative or absolute.</summary>
    public DifferenceKind Difference { get; private init; }

    /// <summary>Compares treatment and control in each segment.</summary>
    /// <param name="segments">Segment and the statistics of both variants in it.</param>
    /// <param name="alpha">Error rate of each interval, 0 to 1 exclusive.</param>
    /// <param name="difference">Relative or absolute.</param>
    /// <returns>The effects.</returns>
    /// <exception cref="ArgumentException">A segment comes twice, its statistics are of different kinds, or alpha is out of range.</exception>
    public static SegmentEffects Analyse(IReadOnlyList<(string Segment, SampleStatistic Control, SampleStatistic Treatment)> segments, double alpha, DifferenceKind difference = DifferenceKind.Relative)
    {
        ArgumentNullException.ThrowIfNull(segments);
        TwoSample.RequireAlpha(alpha, 1);
        if (segments.DistinctBy(s => s.Segment, StringComparer.Ordinal).Count() < segments.Count)
        {
            throw new ArgumentException("Give each segment once.", nameof(segments));
        }

        TwoSampleResult[] results = [.. segments.Select(s => TwoSample.Welch(s.Control, s.Treatment, alpha, difference))];
        TwoSampleResult[] known = [.. results.Where(r => r.Error is null && r.StandardError > 0)];
        double weight = known.Sum(Weight), pooled = known.Length == 0 ? 0 : known.Sum(r => r.Effect * Weight(r)) / weight;
        double q = known.Sum(r => (r.Effect - pooled) * (r.Effect - pooled) * Weight(r));
        IReadOnlyList<double> adjusted = MultipleTests.Adjust([.. known.Select(r => r.PValue)], MultiplicityMethod.Holm);
        Dictionary<TwoSampleResult, double> byResult = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < known.Length; i++)
        {
            byResult[known[i]] = adjusted[i];
        }

        return new SegmentEffects(
            [.. segments.Zip(results, (s, r) => new SegmentEffect(s.Segment, r, byResult.GetValueOrDefault(r, 1)))], pooled, q, known.Length < 2 ? 1 : Distributions.ChiSquareUpper(q, known.Length - 1))
        {
            Difference = difference,
        };
    }

    /// <summary>What the segments say, in words.</summary>
    /// <param name="alpha">Error rate at which a difference between segments counts as shown; 0.05 by default.</param>
    /// <returns>One sentence.</returns>
    public string InWords(double alpha = 0.05)
    {
        SegmentEffect[] known = [.. Segments.Where(s => s.Comparison.Error is null)];
        if (known.Length < 2)
        {
            return "Fewer than two segments have enough visitors to be compared.";
        }

        string p = InteractionPValue < 0.0001 ? "below 0.0001" : InteractionPValue.ToString("0.0000", CultureInfo.InvariantCulture);
        if (InteractionPValue > alpha)
        {
            return $"No difference between segments is shown (p = {p}): treat them alike.";
        }

        SegmentEffect best = known.MaxBy(s => s.Comparison.Effect)!, worst = known.MinBy(s => s.Comparison.Effect)!;
        return $"The effect differs between segments (p = {p}): {Signed(best)} in {best.Segment}, {Signed(worst)} in {worst.Segment}; repeat the experiment there before treating them differently.";
    }

    private static double Weight(TwoSampleResult result) => 1 / (result.StandardError * result.StandardError);

    private string Signed(SegmentEffect segment) => Difference == DifferenceKind.Relative
        ? (segment.Comparison.Effect * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %"
        : segment.Comparison.Effect.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture);
}
