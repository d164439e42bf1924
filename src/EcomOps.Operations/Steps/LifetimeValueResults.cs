using EcomOps.Analytics.Ltv;
using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>Customers of one acquisition channel.</summary>
/// <param name="Channel">Channel; "all" for every known customer.</param>
/// <param name="Customers">Customers acquired in the history.</param>
/// <param name="ToDate">Gross revenue of a customer so far, on average.</param>
/// <param name="Next">Expected revenue of a customer in the next twelve months, discounted, on average.</param>
internal sealed record ChannelValue(string Channel, int Customers, Money ToDate, Money Next);

/// <summary>Lifetime value from a model of purchases and one of spend.</summary>
/// <param name="Model">The models.</param>
/// <param name="Horizon">How far it looks.</param>
/// <param name="Values">Every customer with what is expected of him, in the order of the selection's histories.</param>
/// <param name="Channels">By acquisition channel, most customers first; empty where channels are not known.</param>
/// <param name="All">All known customers.</param>
/// <param name="Selection">How the model of purchases was chosen and how it did on the last quarter, which took no part in the choice.</param>
/// <param name="Origins">The same model at earlier quarters; empty when the history is too short.</param>
internal sealed record LifetimeValueResults(
    LifetimeValueModel Model,
    LifetimeHorizon Horizon,
    IReadOnlyList<CustomerValue> Values,
    IReadOnlyList<ChannelValue> Channels,
    ChannelValue All,
    ModelSelection Selection,
    RollingOrigins Origins);
