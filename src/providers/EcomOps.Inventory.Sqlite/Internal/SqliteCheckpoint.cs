using EcomOps.Inventory.Stores;
using Microsoft.Data.Sqlite;

namespace EcomOps.Inventory.Sqlite.Internal;

// Brings the write-ahead log into the file beside the writer. SQLite's own way is to do it in the commit that crosses a size, which makes
// every caller wait while megabytes are written and flushed.
internal sealed class SqliteCheckpoint(string connectionString, SemaphoreSlim writing, long threshold) : IAsyncDisposable
{
    public const long DefaultThreshold = 8 << 20;

    private const int PageSize = 4096;
    private const int PagesOfACommit = 3;
    private const int OverheadOfAnEntry = 48;

    private long _logged;
    private Task _running = Task.CompletedTask;

    // Called by the writer after a commit.
    public void Committed(StockBatch batch)
    {
        _logged += PagesOfACommit * PageSize;
        foreach (StoredEntry entry in batch.Entries)
        {
            _logged += entry.Payload.Length + OverheadOfAnEntry;
        }

        if (_logged >= threshold && _running.IsCompleted)
        {
            _logged = 0;
            _running = Task.Run(RunAsync);
        }
    }

    public async ValueTask DisposeAsync() => await _running.ConfigureAwait(false);

    private async Task RunAsync()
    {
        try
        {
            using SqliteConnection connection = SqliteSchema.Open(connectionString);
            Checkpoint(connection);

            // The log starts anew only when nothing is left of it, so what was written meanwhile follows while the writer stands still; it is little.
            await writing.WaitAsync().ConfigureAwait(false);
            try
            {
                Checkpoint(connection);
            }
            finally
            {
                writing.Release();
            }
        }
        catch (SqliteException)
        {
            // The log only grows longer: the next checkpoint has more to do, and a disk that is full or gone is told by the appends.
        }
    }

    private static void Checkpoint(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        command.ExecuteNonQuery();
    }
}
