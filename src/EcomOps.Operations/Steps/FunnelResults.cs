using EcomOps.Analytics.Funnels;

namespace EcomOps.Operations.Steps;

/// <summary>The visits of the reported month as a funnel.</summary>
/// <param name="Report">Steps with time to convert, split by device.</param>
/// <param name="Drops">Why visits end after each step from the first to the last but one.</param>
internal sealed record FunnelResults(FunnelReport Report, IReadOnlyList<DropReport> Drops);
