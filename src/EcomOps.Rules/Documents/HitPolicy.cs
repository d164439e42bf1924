using System.Diagnostics.CodeAnalysis;

namespace EcomOps.Rules.Documents;

/// <summary>How one decision is made of the rules that match.</summary>
/// <remarks>Written in documents as <c>unique</c>, <c>any</c>, <c>first</c>, <c>priority</c>, <c>collect</c>, <c>accumulate(sum|min|max|count)</c>, <c>best(max|min)</c>. Equal by value; immutable.</remarks>
public sealed record HitPolicy
{
    private HitPolicy(HitPolicyKind kind, FoldOperation? fold, bool lowestWins, string text)
    {
        Kind = kind;
        Fold = fold;
        LowestScoreWins = lowestWins;
        Text = text;
    }

    /// <summary>Several matches are a conflict.</summary>
    public static HitPolicy Unique { get; } = new(HitPolicyKind.Unique, null, false, "unique");

    /// <summary>Several matches must agree.</summary>
    public static HitPolicy Any { get; } = new(HitPolicyKind.Any, null, false, "any");

    /// <summary>First in document order.</summary>
    public static HitPolicy First { get; } = new(HitPolicyKind.First, null, false, "first");

    /// <summary>Largest priority.</summary>
    public static HitPolicy Priority { get; } = new(HitPolicyKind.Priority, null, false, "priority");

    /// <summary>All outcomes.</summary>
    public static HitPolicy Collect { get; } = new(HitPolicyKind.Collect, null, false, "collect");

    /// <summary>Sum of the folded member.</summary>
    public static HitPolicy Sum { get; } = new(HitPolicyKind.Accumulate, FoldOperation.Sum, false, "accumulate(sum)");

    /// <summary>Smallest folded member.</summary>
    public static HitPolicy Min { get; } = new(HitPolicyKind.Accumulate, FoldOperation.Min, false, "accumulate(min)");

    /// <summary>Largest folded member.</summary>
    public static HitPolicy Max { get; } = new(HitPolicyKind.Accumulate, FoldOperation.Max, false, "accumulate(max)");

    /// <summary>Number of matching rules.</summary>
    public static HitPolicy Count { get; } = new(HitPolicyKind.Accumulate, FoldOperation.Count, false, "accumulate(count)");

    /// <summary>Highest score.</summary>
    public static HitPolicy BestMax { get; } = new(HitPolicyKind.Best, null, false, "best(max)");

    /// <summary>Lowest score.</summary>
    public static HitPolicy BestMin { get; } = new(HitPolicyKind.Best, null, true, "best(min)");

    /// <summary>Every policy, in the order of the documentation.</summary>
    public static IReadOnlyList<HitPolicy> All { get; } = [Unique, Any, First, Priority, Collect, Sum, Min, Max, Count, BestMax, BestMin];

    /// <summary>Family.</summary>
    public HitPolicyKind Kind { get; }

    /// <summary>Fold of <see cref="HitPolicyKind.Accumulate"/>; null for the others.</summary>
    public FoldOperation? Fold { get; }

    /// <summary>Whether <see cref="HitPolicyKind.Best"/> takes the lowest score.</summary>
    public bool LowestScoreWins { get; }

    /// <summary>The form that documents use.</summary>
    public string Text { get; }

    /// <summary>Reads the form that documents use; white space is ignored.</summary>
    /// <param name="text">For example <c>accumulate(sum)</c>.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>Whether the text is a policy.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out HitPolicy? policy)
    {
        string compact = string.Concat((text ?? string.Empty).Where(c => !char.IsWhiteSpace(c)));
        policy = All.FirstOrDefault(p => p.Text == compact);
        return policy is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;
}
