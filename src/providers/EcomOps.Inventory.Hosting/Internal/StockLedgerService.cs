using EcomOps.Inventory.DependencyInjection;
using EcomOps.Inventory.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcomOps.Inventory.Hosting.Internal;

// Before the first service starts the ledger is open; after the last one has stopped it is drained, whatever the order of registration.
internal sealed partial class StockLedgerService(StockLedgerSource source, ILogger<StockLedgerService> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        StockLedger ledger = await source.OpenAsync(cancellationToken).ConfigureAwait(false);
        Opened(logger, ledger.Shard, ledger.Sequence);
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (source.Current is not { } ledger)
        {
            return;
        }

        try
        {
            await source.DrainAsync(cancellationToken).ConfigureAwait(false);
            Drained(logger, ledger.Shard, ledger.Sequence);
        }
        catch (OperationCanceledException)
        {
            GaveUp(logger, ledger.Shard, ledger.Health().Waiting);
            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Stock ledger {Shard} opened at sequence {Sequence}")]
    private static partial void Opened(ILogger logger, string shard, long sequence);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Stock ledger {Shard} drained at sequence {Sequence}")]
    private static partial void Drained(ILogger logger, string shard, long sequence);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "Stock ledger {Shard} could not be drained before the host's shutdown limit; {Waiting} commands wait and are answered Indeterminate")]
    private static partial void GaveUp(ILogger logger, string shard, int waiting);
}
