using EcomOps.Inventory.Ledger;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Inventory.Tests.Stock;

public sealed class ClosedPeriodProperties
{
    /// <summary>Stock at any time of the closed period is one and the same after every later document, whatever date it bears; a plain model says which documents are taken.</summary>
    [Property(MaxTest = 120)]
    public bool The_stock_of_a_closed_period_never_changes_again(int seed, bool moves) => RunAsync(seed, moves).GetAwaiter().GetResult();

    private static async Task<bool> RunAsync(int seed, bool moves)
    {
        await using StockBench bench = await StockBench.OpenAsync(options: new() { RefreshInterval = Duration.Zero, ClosedPeriods = moves ? ClosedPeriodPolicy.BookOnFirstOpen : ClosedPeriodPolicy.Refuse });
        var random = new Random(seed);
        Instant? firstOpen = null;
        var frozen = new Dictionary<Instant, long>();
        for (int step = 0; step < 60; step++)
        {
            bench.Clock.Advance(Duration.FromHours(random.Next(30)));
            Instant now = bench.Clock.GetCurrentInstant();
            LocalDate today = now.InUtc().Date;
            if (random.Next(6) == 0)
            {
                LocalDate through = today.PlusDays(-random.Next(1, 6));
                bool isLater = firstOpen is null || Utc(through.PlusDays(1)) >= firstOpen;
                Assert.Equal(isLater, (await bench.Ledger.ClosePeriodAsync(new(through))).IsTaken);
                if (isLater)
                {
                    firstOpen = Utc(through.PlusDays(1));
                    StockHistory history = await HistoryAsync(bench);
                    for (int i = 1; i <= 8; i++)
                    {
                        Instant at = firstOpen.Value - Duration.FromTicks(1) - Duration.FromHours(i * random.Next(12));
                        frozen[at] = history.OnHandAt("A", at);
                    }
                }
            }
            else
            {
                Instant? effective = random.Next(3) == 0 ? null : now - Duration.FromHours(random.Next(200));
                PostingOutcome outcome = random.Next(3) == 0
                    ? await bench.Ledger.AdjustAsync(new Adjustment($"a{step}", "AMS-1", [new("A", -1)]) { EffectiveAt = effective })
                    : await bench.Ledger.ReceiveAsync(new Receipt($"r{step}", "AMS-1", [new("A", 1 + random.Next(5))]) { EffectiveAt = effective });
                bool isClosed = effective < firstOpen;
                Assert.Equal(isClosed && !moves && outcome is not PostingRefused { Refusal: InvalidRequest }, outcome is PostingRefused { Refusal: PeriodClosed });
                if (outcome is Posted posted)
                {
                    Assert.Equal((isClosed ? firstOpen : effective ?? now, isClosed ? effective : null), ((Instant?)posted.Movement.EffectiveAt, posted.Movement.DocumentedAt));
                }
            }

            StockHistory seen = await HistoryAsync(bench);
            Assert.All(frozen, f => Assert.Equal(f.Value, seen.OnHandAt("A", f.Key)));
        }

        return frozen.Count > 0 || firstOpen is null;
    }

    private static Instant Utc(LocalDate day) => day.AtMidnight().InUtc().ToInstant();

    private static async Task<StockHistory> HistoryAsync(StockBench bench)
    {
        var history = new StockHistory();
        await history.CatchUpAsync(bench.Ledger);
        return history;
    }
}
