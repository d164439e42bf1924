using EcomOps.Analytics.Segments.Internal;
using EcomOps.Core;

namespace EcomOps.Analytics.Segments;

/// <summary>Ordered rules over scores; the first match wins and a customer without match is <see cref="Unassigned"/>.</summary>
/// <param name="Name">Name of the set; segment names of different sets mean different things.</param>
/// <param name="Rules">Rules in order.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RfmRuleSet(string Name, IReadOnlyList<RfmRule> Rules)
{
    /// <summary>Segment of a customer whom no rule matches.</summary>
    public const string Unassigned = "Unassigned";

    /// <summary>Set when the ranges are an assumption and not taken from the named source.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Briefs by segment: what to do with its customers.</summary>
    public IReadOnlyDictionary<string, CampaignBrief> Briefs { get; init; } = new Dictionary<string, CampaignBrief>(StringComparer.Ordinal);

    /// <summary>Segments in rule order, each once, and <see cref="Unassigned"/> last.</summary>
    public IReadOnlyList<string> Segments => [.. Rules.Select(r => r.Segment).Distinct(StringComparer.Ordinal), Unassigned];

    /// <summary>Segment of one customer.</summary>
    /// <param name="score">Customer.</param>
    /// <returns>Segment name.</returns>
    public string SegmentOf(in RfmScore score)
    {
        foreach (RfmRule rule in Rules)
        {
            if (rule.Matches(score))
            {
                return rule.Segment;
            }
        }

        return Unassigned;
    }

    /// <summary>Finds rules that can never apply, rules that overlap with an earlier one, and score cells that no rule covers.</summary>
    /// <param name="levels">Scores a dimension, 2 to 9; 5 by default.</param>
    /// <returns>Findings: <c>rule_shadowed</c> (warning), <c>rule_overlaps</c> (info), <c>cells_uncovered</c> (info), <c>rule_empty</c> (error).</returns>
    public IReadOnlyList<Issue> Validate(int levels = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, 9);
        return RfmRuleCheck.Run(this, levels);
    }
}
