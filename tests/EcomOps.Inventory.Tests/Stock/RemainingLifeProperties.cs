using EcomOps.Inventory.Channels;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

/// <summary>Whether claims on pools with minimum lives can all be met is a flow problem; a plain augmenting-path solver judges the ledger's arithmetic.</summary>
public sealed class RemainingLifeProperties
{
    private static readonly string[] Places = ["AMS-1", "RTM-1", "BER-1"];
    private static readonly string[] Pools = ["*", "north", "AMS-1", "RTM-1", "BER-1"];
    private static readonly (string Name, int Days)[] Asking = [("none", 0), ("ten", 10), ("thirty", 30)];

    [Property(MaxTest = 150)]
    public bool A_claim_is_taken_exactly_when_all_claims_can_be_met_and_then_all_are_shipped(int seed) => RunAsync(seed).GetAwaiter().GetResult();

    private static async Task<bool> RunAsync(int seed)
    {
        await using StockBench bench = await StockBench.OpenAsync();
        await bench.Ledger.DefineAsync(new StockLocation("BER-1", "Europe/Berlin"));
        await bench.Ledger.DefineAsync(new StockPool("north", ["AMS-1", "RTM-1"]));
        foreach ((string name, int days) in Asking)
        {
            await bench.Ledger.DefineAsync(new SalesChannel(name) { MinimumRemainingDays = days });
        }

        var random = new Random(seed);
        LocalDate today = StockBench.Start.InUtc().Date;
        var supply = new List<(string Place, int Days)>();
        foreach (string place in Places)
        {
            foreach (int days in new[] { 5, 15, 45 })
            {
                int units = random.Next(4);
                if (units > 0)
                {
                    await bench.ReceiveAsync("A", units, place, $"{place}/{days}", today.PlusDays(days));
                    supply.AddRange(Enumerable.Repeat((place, days), units));
                }
            }
        }

        if (supply.Count == 0)
        {
            return true;
        }

        var claims = new List<(string Pool, int Days)>();
        var taken = new List<string>();
        for (int i = 0; i < 14; i++)
        {
            (string channel, int days) = Asking[random.Next(Asking.Length)];
            string pool = Pools[random.Next(Pools.Length)];
            int units = 1 + random.Next(3);
            int most = Enumerable.Range(0, 30).TakeWhile(n => CanAllBeMet(supply, [.. claims, .. Enumerable.Repeat((pool, days), n)])).Last();
            Assert.Equal(most, bench.Ledger.AvailableToPromise("A", channel, pool));
            ReserveOutcome outcome = await bench.Ledger.ReserveAsync(new($"c{i}", [new("A", units)]) { Channel = channel, Pool = pool, Firm = true });
            Assert.Equal(units <= most, outcome is Reserved);
            if (outcome is Reserved)
            {
                claims.AddRange(Enumerable.Repeat((pool, days), units));
                taken.Add($"c{i}");
                if (random.Next(3) == 0)
                {
                    Assert.IsType<ClaimChanged>(await bench.Ledger.ChangeAsync(new AllocateClaim($"c{i}") { Picking = (Lots.LotPicking)random.Next(5) }));

                    // Bound units are those claims' own from now on.
                    claims.RemoveRange(claims.Count - units, units);
                    foreach (Lots.LotPick pick in bench.Ledger.Claim($"c{i}")!.Picks)
                    {
                        for (int n = 0; n < pick.Quantity; n++)
                        {
                            Assert.True(supply.Remove((pick.Location, int.Parse(pick.Lot!.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture))));
                        }
                    }
                }
            }
        }

        foreach (string id in taken.OrderBy(_ => random.Next()))
        {
            PostingOutcome shipped = await bench.Ledger.ShipAsync(new Shipment("p-" + id, id, []));
            Assert.True(shipped is Posted, $"{id}: {shipped}");
        }

        await bench.MustBeSoundAsync();
        return true;
    }

    // Kuhn's augmenting paths, one unit of claim at a time.
    private static bool CanAllBeMet(List<(string Place, int Days)> supply, List<(string Pool, int Days)> claims)
    {
        int[] user = [.. Enumerable.Repeat(-1, supply.Count)];
        return Enumerable.Range(0, claims.Count).All(claim => TryPlace(claim, new bool[supply.Count]));

        bool TryPlace(int claim, bool[] seen)
        {
            for (int unit = 0; unit < supply.Count; unit++)
            {
                if (seen[unit] || supply[unit].Days < claims[claim].Days || !Covers(claims[claim].Pool, supply[unit].Place))
                {
                    continue;
                }

                seen[unit] = true;
                if (user[unit] < 0 || TryPlace(user[unit], seen))
                {
                    user[unit] = claim;
                    return true;
                }
            }

            return false;
        }
    }

    private static bool Covers(string pool, string place) => pool == "*" || pool == place || (pool == "north" && place != "BER-1");
}
