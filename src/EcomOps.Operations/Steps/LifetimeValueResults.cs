using EcomOps.Analytics.Ltv;
using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>Customers of one acquisition channel.</summary>
/// <param name="Channel">Channel; "all" for every known customer.</param>
/// <param name="Customers">Customers acquired in the history.</param>
/// <param name="ToDate">Gross revenue of a customer so far, on average.</param>
/// <param name="Next">Expected revenue of a customer in the next twelve months, discounted, on average.</param>
/// <param name="Cac">Spend over new customers, over the whole history; null without spend.</param>
internal sealed record ChannelValue(string Channel, int Customers, Money ToDate, Money Next, Money? Cac);

/// <summary>Lifetime value from a model of purchases and one of spend.</summary>
/// <param name="Model">The models.</param>
/// <param name="Horizon">How far it looks.</param>
/// <param name="Channels">By acquisition channel, most customers first; empty where channels are not known.</param>
/// <param name="All">All known customers.</param>
/// <param name="Holdouts">How well each model foretold the last quarter from the data before it, the chosen one first; empty when the history is too short.</param>
/// <param name="HoldoutWeeks">Weeks of the holdout.</param>
internal sealed record LifetimeValueResults(
    LifetimeValueModel Model,
    LifetimeHorizon Horizon,
    IReadOnlyList<ChannelValue> Channels,
    ChannelValue All,
    IReadOnlyList<HoldoutReport> Holdouts,
    int HoldoutWeeks);
