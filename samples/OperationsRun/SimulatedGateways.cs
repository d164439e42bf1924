using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using EcomOps.Payments.Gateways;
using EcomOps.Testing.Payments;
using NodaTime;

namespace OperationsRun;

/// <summary>A simulator for each gateway of the settings. The primary declines and fails now and then, so that the fallback has work; a real host puts sandboxes of its gateways here.</summary>
internal static class SimulatedGateways
{
    internal static IReadOnlyList<IPaymentGateway> For(ShopHistory history, StoreSettings settings, int seed)
    {
        var clock = new EndOfHistory(history.Until.AtStartOfDayInZone(history.Zone).ToInstant());
        return [.. settings.Gateways.Select((g, i) => new GatewaySimulator(g.Id, clock, unchecked(seed + i), new GatewaySimulatorOptions
        {
            Declines = i == 0 ? [new("do_not_honor", 0.08), new("insufficient_funds", 0.03)] : [new("do_not_honor", 0.03)],
            Rejections = i == 0 ? 0.03 : 0,
        }))];
    }

    private sealed class EndOfHistory(Instant at) : IClock
    {
        public Instant GetCurrentInstant() => at;
    }
}
