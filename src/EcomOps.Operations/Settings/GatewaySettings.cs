using EcomOps.Core;

namespace EcomOps.Operations.Settings;

/// <summary>A payment gateway, in the order in which the gateways are asked.</summary>
/// <param name="Id">Its id, as in payment attempts.</param>
/// <param name="Name">Its name.</param>
/// <param name="Methods">Payment methods that it takes, at least one ("card").</param>
/// <param name="FeeRate">Fee as a fraction of the amount, 0 or more and below 1.</param>
/// <param name="FixedFee">Fee of each successful payment.</param>
public sealed record GatewaySettings(string Id, string Name, IReadOnlyList<string> Methods, decimal FeeRate, Money FixedFee);
