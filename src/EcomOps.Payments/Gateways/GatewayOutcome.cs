namespace EcomOps.Payments.Gateways;

/// <summary>A gateway's answer: <see cref="GatewaySuccess"/>, <see cref="GatewayDeclined"/>, <see cref="GatewayActionRequired"/>, <see cref="GatewayRejected"/> or <see cref="GatewayUnknown"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public abstract record GatewayOutcome
{
    private protected GatewayOutcome()
    {
    }
}
