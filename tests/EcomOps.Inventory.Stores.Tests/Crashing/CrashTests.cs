using System.Diagnostics;
using System.Globalization;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Reservations;
using EcomOps.Testing.Inventory;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Inventory.Stores.Tests.Crashing;

/// <summary>Kills with SIGKILL under load. ECOMOPS_KILLS sets how often (a few by default; 100 before a release).</summary>
public sealed class CrashTests
{
    private static readonly FakeClock Clock = new(Instant.FromUtc(2040, 1, 1, 0, 0));

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("ECOMOPS_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 4;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_on_SQLite_is_killed()
    {
        string folder = Directory.CreateTempSubdirectory("ecomops-crash-").FullName;
        try
        {
            await KillAsync("sqlite", Path.Combine(folder, "stock.db"), null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [PostgreSqlFact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_or_the_PostgreSQL_server_is_killed()
    {
        using PrivatePostgreSql server = PrivatePostgreSql.Start();
        await KillAsync("postgresql", server.ConnectionString, server);
    }

    [PostgreSqlTheory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Several_processes_on_one_PostgreSQL_sell_exactly_what_there_is(int processes)
    {
        // 100 units, 300 attempts.
        using PrivatePostgreSql server = PrivatePostgreSql.Start();
        await FillAsync("postgresql", server.ConnectionString, 100);
        Process[] all = [.. Enumerable.Range(0, processes).Select(i => LoadProcess.Start("postgresql", server.ConnectionString, $"p{i}", 300 / processes))];
        string[][] lines = await Task.WhenAll(all.Select(LinesAsync));
        Assert.All(lines, l => Assert.Equal("done", l[^1]));
        Assert.DoesNotContain(lines.SelectMany(l => l), l => l.StartsWith("odd", StringComparison.Ordinal));
        Assert.Equal(100, lines.SelectMany(l => l).Count(l => l.StartsWith("ack", StringComparison.Ordinal)));
        Assert.Equal(200, lines.SelectMany(l => l).Count(l => l.StartsWith("short", StringComparison.Ordinal)));
        await using IStockStore store = LoadProcess.OpenStore("postgresql", server.ConnectionString);
        await using StockLedger ledger = await StockLedger.OpenAsync(store, Clock);
        Assert.Equal((100L, 0L), (ledger.Balance("HOT").Committed, ledger.AvailableToPromise("HOT")));
        Assert.Empty((await ledger.VerifyAsync()).Issues);
        foreach (Process process in all)
        {
            process.Dispose();
        }
    }

    private static async Task<string[]> LinesAsync(Process process)
    {
        string all = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return all.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task FillAsync(string kind, string place, long units)
    {
        await using IStockStore store = LoadProcess.OpenStore(kind, place);
        await using StockLedger ledger = await StockLedger.OpenAsync(store, new FakeClock(Instant.FromUtc(2026, 1, 1, 0, 0)));
        await ledger.DefineAsync(new StockLocation("AMS-1"));
        Assert.IsType<Posted>(await ledger.ReceiveAsync(new Receipt("PO-1", "AMS-1", [new("HOT", units)])));
    }

    private static async Task KillAsync(string kind, string place, PrivatePostgreSql? server)
    {
        await FillAsync(kind, place, 1_000_000_000);
        var random = new Random(20260302);
        long reserved = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            (HashSet<string> tried, Dictionary<string, long> acknowledged) = await LoadAndKillAsync(kind, place, $"k{kill}", random, server is not null && kill % 2 == 1 ? server : null);
            await using IStockStore store = LoadProcess.OpenStore(kind, place);
            await using StockLedger ledger = await StockLedger.OpenAsync(store, Clock, new StockLedgerOptions { RefreshInterval = Duration.Zero });

            foreach ((string id, long sequence) in acknowledged)
            {
                StockClaim claim = ledger.Claim(id) ?? throw new Xunit.Sdk.XunitException($"Kill {kill}: acknowledged {id} (sequence {sequence}) is lost.");
                Assert.Equal((ClaimStatus.Committed, 1L), (claim.Status, claim.Lines.Single().Open));
            }

            // Each that was not acknowledged is there wholly or not at all, and asking again answers as the first time.
            var there = tried.Where(id => !acknowledged.ContainsKey(id)).ToDictionary(id => id, id => ledger.Claim(id));
            Assert.All(there.Values.OfType<StockClaim>(), claim => Assert.Equal((ClaimStatus.Committed, 1L), (claim.Status, claim.Lines.Single().Open)));
            long before = ledger.Sequence;
            IReadOnlyList<ReserveOutcome> again = await ledger.ReserveAllAsync(tried.Select(id => new ReservationRequest(id, [new("HOT", 1)]) { Firm = true }));
            foreach ((string id, ReserveOutcome outcome) in tried.Zip(again))
            {
                Reserved answer = Assert.IsType<Reserved>(outcome);
                bool wasThere = acknowledged.TryGetValue(id, out long sequence) || there[id] is not null;
                Assert.True(wasThere ? answer.Sequence <= before : answer.Sequence > before, $"Kill {kill}: {id} was {(wasThere ? "there" : "not there")}, yet its answer is of sequence {answer.Sequence}.");
                Assert.True(sequence == 0 || sequence == answer.Sequence, $"Kill {kill}: {id} was acknowledged with {sequence} and now answers {answer.Sequence}.");
            }

            reserved += tried.Count;
            Assert.Equal(reserved, ledger.Balance("HOT").Committed);
            StockVerification proof = await ledger.VerifyAsync();
            Assert.True(proof.IsClean, $"Kill {kill}: {string.Join("; ", proof.Issues.Take(3))}");
        }
    }

    private static async Task<(HashSet<string> Tried, Dictionary<string, long> Acknowledged)> LoadAndKillAsync(string kind, string place, string prefix, Random random, PrivatePostgreSql? server)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);
        var acknowledged = new Dictionary<string, long>(StringComparer.Ordinal);
        using Process child = LoadProcess.Start(kind, place, prefix);
        int killAfter = random.Next(1, 3000);
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            string[] parts = line.Split(' ');
            switch (parts[0])
            {
                case "try":
                    tried.Add(parts[1]);
                    break;
                case "ack":
                    acknowledged.Add(parts[1], long.Parse(parts[2], CultureInfo.InvariantCulture));
                    break;
            }

            if (tried.Count + acknowledged.Count == killAfter)
            {
                server?.Kill();
                child.Kill();
                killAfter = 0;
            }
        }

        await child.WaitForExitAsync();
        Assert.True(killAfter == 0, $"The child ended by itself: {await child.StandardError.ReadToEndAsync()}");
        server?.Restart();
        return (tried, acknowledged);
    }
}
