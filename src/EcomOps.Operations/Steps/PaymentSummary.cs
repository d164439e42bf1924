using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>Approval of one gateway, method or country in the reported month.</summary>
internal sealed record PaymentGroup(string Name, int Attempts, int Approved, double ApprovalRate, double? PriorRate);

/// <summary>One decline code of the reported month.</summary>
internal sealed record DeclineCount(string Code, int Attempts, double Share);

/// <summary>Payment health of one month. An order succeeds when any of its attempts does.</summary>
internal sealed record PaymentMonth(int Attempts, int Approved, int Orders, int Paid, int Recovered, Money RecoveredValue, Money LostValue)
{
    internal double ApprovalRate => (double)Approved / Attempts;

    internal double SuccessRate => (double)Paid / Orders;
}

/// <summary>Recorded payment attempts; empty when the source holds none.</summary>
internal sealed record PaymentSummary(
    PaymentMonth? Month,
    PaymentMonth? Prior,
    PaymentMonth? PriorYear,
    IReadOnlyList<PaymentGroup> Gateways,
    IReadOnlyList<PaymentGroup> Methods,
    IReadOnlyList<DeclineCount> Declines,
    IReadOnlyList<(string Month, double? ApprovalRate, double? SuccessRate)> Trend,
    long Disputed,
    long DisputeBasis);
