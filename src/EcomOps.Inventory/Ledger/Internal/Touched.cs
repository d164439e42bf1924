using EcomOps.Core;
using EcomOps.Inventory.Reservations;

namespace EcomOps.Inventory.Ledger.Internal;

// Items whose availability an entry may have changed, kits that contain them included.
internal static class Touched
{
    public static IEnumerable<Sku> By(Entry entry, StockLedger ledger)
    {
        HashSet<Sku> skus = [.. entry switch
        {
            MovementEntry e => e.Movement.Lines.Select(l => l.Sku),
            ReservationEntry e => Of(e.Claim),
            ClaimEntry e => Of(e.Claim),
            ExpiryEntry e => e.Skus,
            ItemEntry e => [e.Item.Sku],
            ChannelItemEntry e => [e.Item.Sku],
            ChannelEntry or LocationEntry or PoolEntry => ledger.Items().Select(i => i.Sku),
            _ => [],
        }];
        return skus.Count == 0 ? skus : skus.Concat(ledger.KitsWith(skus));
    }

    private static IEnumerable<Sku> Of(StockClaim claim) => claim.Lines.Select(l => l.Sku);
}
