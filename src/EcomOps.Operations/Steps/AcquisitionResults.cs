using EcomOps.Analytics.Ltv;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Customers of one channel whose first order was mainly of one category.</summary>
internal sealed record AcquisitionCell(string Channel, string Category, AcquisitionGroup Group);

/// <summary>One customer's expected gross revenue of the next twelve months, and between which amounts nine in ten of such customers end; no range by an activity calendar.</summary>
internal sealed record ExpectedCustomer(string Id, double ProbabilityAlive, Money Expected, (Money Low, Money High)? Range);

/// <summary>What customers brought as contribution, against what it cost to win them.</summary>
/// <param name="From">First day of acquisition that is looked at: that of the first spend, or of the history without spend.</param>
/// <param name="HasSpend">Whether spend is recorded.</param>
/// <param name="All">All customers won since then; null when nobody was.</param>
/// <param name="Channels">By channel, most customers first.</param>
/// <param name="Cells">By channel and first category, most customers first; spend of a channel is split by customers.</param>
/// <param name="Uncovered">Cost lines that are not known in full, with the share of sales, or returns, that they miss.</param>
/// <param name="MarginShare">Contribution margin 2 as a share of gross revenue, by which expected revenue becomes contribution; null when nothing was sold.</param>
/// <param name="MostExpected">Customers with the most expected revenue, highest first; empty without a model.</param>
internal sealed record AcquisitionResults(
    LocalDate From,
    bool HasSpend,
    AcquisitionGroup? All,
    IReadOnlyList<AcquisitionGroup> Channels,
    IReadOnlyList<AcquisitionCell> Cells,
    IReadOnlyList<(string Line, double Share)> Uncovered,
    double? MarginShare,
    IReadOnlyList<ExpectedCustomer> MostExpected);
