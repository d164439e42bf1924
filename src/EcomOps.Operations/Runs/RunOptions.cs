using EcomOps.Payments.Gateways;

namespace EcomOps.Operations.Runs;

/// <summary>What a run takes besides history and settings. Immutable; as thread-safe as its gateways.</summary>
public sealed record RunOptions
{
    /// <summary>Text (YAML or JSON) of rules that put products into categories; null for those that ship with EcomOps.Catalog.</summary>
    public string? ClassificationRules { get; init; }

    /// <summary>Gateways over which the newest orders are paid, the primary first: sandboxes or simulators, never live ones. Empty (default): nothing is paid.</summary>
    public IReadOnlyList<IPaymentGateway> Gateways { get; init; } = [];
}
