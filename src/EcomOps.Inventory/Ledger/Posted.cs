using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>The document is booked and durable.</summary>
/// <param name="Movement">What moved; lots and locations as picked.</param>
/// <param name="Warnings">Findings that did not stop it, for example commitments that can no longer be met.</param>
public sealed record Posted(Movement Movement, IReadOnlyList<Issue> Warnings) : PostingOutcome
{
    /// <summary>Sequence after which it is visible.</summary>
    public long Sequence => Movement.Sequence;
}
