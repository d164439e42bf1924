using System.Globalization;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>Customers who come back at their own pace until they drop out.</summary>
/// <remarks>Purchases until drop-out in the manner of Fader, Hardie and Lee 2005, "Counting your customers the easy way", Marketing Science 24(2).</remarks>
internal sealed class CustomerBase
{
    private readonly PriorityQueue<ShopperProfile, (int Day, int Serial)> _due = new();
    private int _serial;
    private int _accounts;

    /// <summary>Who orders next: a customer who is due, or somebody new.</summary>
    internal ShopperProfile Next(int day, SimulationRandom random)
    {
        if (random.Chance(0.75) && _due.TryPeek(out _, out (int Day, int Serial) first) && first.Day <= day)
        {
            return _due.Dequeue();
        }

        AcquisitionChannel channel = AcquisitionChannel.All[random.Weighted(AcquisitionChannel.Shares)];
        bool viaMarketplace = random.Chance(0.24);
        bool isGuest = !viaMarketplace && random.Chance(0.10);
        return new ShopperProfile
        {
            Id = isGuest ? null : string.Create(CultureInfo.InvariantCulture, $"C{++_accounts:000000}"),
            VisitorId = string.Create(CultureInfo.InvariantCulture, $"v{++_serial:x6}c"),
            Channel = viaMarketplace ? "marketplace" : channel.Name,
            DropOut = viaMarketplace ? 0.78 : channel.DropOut,
            Home = Destination.All[random.Weighted(Destination.Weights)],
            ViaMarketplace = viaMarketplace,
            MeanGapDays = 15 + random.Exponential(70),
            FirstDay = day,
        };
    }

    /// <summary>Decides after an order whether and when the customer comes back.</summary>
    internal void Ordered(ShopperProfile shopper, int day, SimulationRandom random)
    {
        if (shopper.Id is not null && !random.Chance(shopper.DropOut))
        {
            _due.Enqueue(shopper, (day + 1 + (int)random.Exponential(shopper.MeanGapDays), ++_serial));
        }
    }
}
