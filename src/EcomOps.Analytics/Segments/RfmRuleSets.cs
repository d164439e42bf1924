using EcomOps.Analytics.Segments.Internal;

namespace EcomOps.Analytics.Segments;

/// <summary>The rule sets that come with the package, for scores 1 to 5.</summary>
public static class RfmRuleSets
{
    /// <summary>Champions, Loyal, AtRisk and Lost with the usual limits: lost after 180 days, high from 4, frequent from 3 for those at risk.</summary>
    public static RfmRuleSet Basic4 { get; } = Basic();

    /// <summary>The eleven groups of Shopify's <c>CustomerRfmGroup</c> over R and (F + M) / 2. Shopify does not publish the ranges: these are provisional and cover every cell.</summary>
    public static RfmRuleSet Shopify11 { get; } = new("Shopify11",
    [
        new RfmRule("PROSPECTS") { Frequency = (0, 0) },
        new RfmRule("CHAMPIONS") { R = (4, 5), Fm = (4, 5) },
        new RfmRule("LOYAL") { R = (3, 5), Fm = (3, 5) },
        new RfmRule("ACTIVE") { R = (4, 5), Fm = (2, 2.5) },
        new RfmRule("NEW") { R = (5, 5), Fm = (1, 1.5) },
        new RfmRule("PROMISING") { R = (4, 4), Fm = (1, 1.5) },
        new RfmRule("NEEDS_ATTENTION") { R = (3, 3), Fm = (2, 2.5) },
        new RfmRule("ALMOST_LOST") { R = (3, 3), Fm = (1, 1.5) },
        new RfmRule("PREVIOUSLY_LOYAL") { R = (1, 2), Fm = (4, 5) },
        new RfmRule("AT_RISK") { R = (1, 2), Fm = (2.5, 3.5) },
        new RfmRule("DORMANT") { R = (1, 2), Fm = (1, 2) },
    ])
    { IsProvisional = true, Briefs = BriefTexts.Shopify };

    /// <summary>The ten boxes of the CRAN package rfm, in its order; New, Promising and Can't Lose never apply there (see <see cref="RfmRuleSet.Validate"/>).</summary>
    public static RfmRuleSet Cran10 { get; } = new("Cran10",
    [
        Box("Champions", (4, 5), (4, 5), (4, 5)),
        Box("Loyal", (2, 5), (3, 5), (3, 5)),
        Box("Potential Loyalist", (3, 5), (1, 3), (1, 3)),
        Box("New", (4, 5), (1, 1), (1, 1)),
        Box("Promising", (3, 4), (1, 1), (1, 1)),
        Box("Need Attention", (2, 3), (2, 3), (2, 3)),
        Box("About To Sleep", (2, 3), (1, 2), (1, 2)),
        Box("At Risk", (1, 2), (2, 5), (2, 5)),
        Box("Can't Lose", (1, 1), (4, 5), (4, 5)),
        Box("Lost", (1, 2), (1, 2), (1, 2)),
    ])
    { Briefs = BriefTexts.Cran };

    /// <summary>Champions, Loyal (frequent but not recent), AtRisk and Lost.</summary>
    /// <param name="lostAfterDays">A last order more than this many days ago is lost; exactly this many is not. 180 by default.</param>
    /// <param name="high">Scores from here are high; 4 by default.</param>
    /// <param name="frequent">Frequency from here puts a customer with low recency at risk; 3 by default.</param>
    /// <param name="low">Recency scores up to here are low; 2 by default.</param>
    /// <param name="levels">Scores a dimension; 5 by default.</param>
    /// <returns>The set, its segments disjoint by order.</returns>
    public static RfmRuleSet Basic(int lostAfterDays = 180, int high = 4, int frequent = 3, int low = 2, int levels = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lostAfterDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        return new RfmRuleSet("Basic4",
        [
            new RfmRule("Lost") { RecencyDays = (lostAfterDays + 1, int.MaxValue) },
            new RfmRule("Champions") { R = (high, levels), F = (high, levels), M = (high, levels) },
            new RfmRule("Loyal") { R = (low, high - 1), F = (high, levels) },
            new RfmRule("AtRisk") { R = (1, low), F = (frequent, levels) },
            new RfmRule("AtRisk") { R = (1, low), M = (high, levels) },
        ])
        { Briefs = BriefTexts.Basic };
    }

    private static RfmRule Box(string segment, (int Min, int Max) r, (int Min, int Max) f, (int Min, int Max) m) => new(segment) { R = r, F = f, M = m };
}
