using EcomOps.Core;
using EcomOps.Inventory.Sqlite.Internal;
using EcomOps.Inventory.Stores;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace EcomOps.Inventory.Sqlite;

/// <summary>Keeps stock ledgers in one SQLite file: write-ahead log, <c>synchronous=FULL</c>, one connection writes. Thread-safe.</summary>
/// <remarks>
/// What was acknowledged survives a killed process and a power failure of an honest disk. Several processes may open one file; each append checks the
/// expected sequence in its transaction. A file of a newer version is refused with the code <c>stock_store_newer</c>.
/// </remarks>
public sealed class SqliteStockStore : IStockStore
{
    private readonly string _path;
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SqliteCheckpoint _checkpoint;
    private SqliteConnection? _writer;
    private SqliteAppend? _append;

    private long? _maximumPages;

    private SqliteStockStore(string path, long checkpointAfter)
    {
        _path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ConnectionString;
        _checkpoint = new(_connectionString, _writing, checkpointAfter);
    }

    /// <inheritdoc />
    /// <remarks>False: other processes are noticed when this one writes, not by polling.</remarks>
    public bool IsShared => false;

    /// <summary>A store in a file, which is created and migrated at first use.</summary>
    /// <param name="path">Path of the file; its folder exists.</param>
    /// <returns>The store; dispose it after its ledgers.</returns>
    public static SqliteStockStore At(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(path, SqliteCheckpoint.DefaultThreshold);
    }

    // With checkpoints so often that a short test meets many of them.
    internal static SqliteStockStore At(string path, long checkpointAfter) => new(path, checkpointAfter);

    // With a file that may not grow beyond so many pages, as on a disk without room.
    internal static SqliteStockStore At(string path, int maximumPages) => new(path, SqliteCheckpoint.DefaultThreshold) { MaximumPages = maximumPages };

    internal long? MaximumPages
    {
        get => _maximumPages;
        set
        {
            _maximumPages = value;
            if (_writer is not null)
            {
                SqliteSchema.Limit(_writer, value);
            }
        }
    }

    /// <inheritdoc />
    public ValueTask<AppendOutcome> AppendAsync(StockBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return WriteAsync<AppendOutcome>(_ => Append(batch), cancellationToken, full => new AppendRefused(full ? "store_full" : "store_read_only", full
            ? $"The disk of '{_path}' is full; make room and repeat."
            : $"'{_path}' cannot be written; mend its permissions and repeat."));
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken) =>
        QueryAsync(SqliteQueries.Entries, shard, afterSequence, long.MaxValue, limit, SqliteQueries.Entry, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEntry>> ReadKeyedAsync(string shard, long afterSequence, long throughSequence, int limit, CancellationToken cancellationToken) =>
        QueryAsync(SqliteQueries.KeyedEntries, shard, afterSequence, throughSequence, limit, SqliteQueries.Entry, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredBatchHash>> ReadHashesAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken) =>
        QueryAsync(SqliteQueries.Hashes, shard, afterSequence, long.MaxValue, limit, static r => new StoredBatchHash(r.GetInt64(0), r.GetInt64(1), r.GetFieldValue<byte[]>(2)), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<StoredSnapshot?> ReadSnapshotAsync(string shard, CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredSnapshot> found = await QueryAsync(SqliteQueries.Snapshot, shard, 0, long.MaxValue, 1, static r => new StoredSnapshot(r.GetInt64(0), r.GetFieldValue<byte[]>(1)), cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc />
    public async ValueTask WriteSnapshotAsync(string shard, StoredSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        await ExecuteAsync("""
            INSERT INTO snapshot(shard, sequence, payload) VALUES ($shard, $sequence, $payload)
            ON CONFLICT(shard) DO UPDATE SET sequence = excluded.sequence, payload = excluded.payload WHERE excluded.sequence >= snapshot.sequence
            """, cancellationToken, ("$shard", shard), ("$sequence", snapshot.Sequence), ("$payload", snapshot.Payload.ToArray())).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<long> PurgeKeysAsync(string shard, Instant recordedBefore, long throughSequence, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE entry SET request_key = NULL WHERE shard = $shard AND request_key IS NOT NULL AND recorded_at < $before AND sequence <= $through",
        cancellationToken, ("$shard", shard), ("$before", recordedBefore.ToUnixTimeTicks()), ("$through", throughSequence));

    /// <inheritdoc />
    public async ValueTask<long> CompactAsync(string shard, long throughSequence, CancellationToken cancellationToken)
    {
        long removed = await ExecuteAsync("""
            DELETE FROM entry WHERE shard = $shard AND request_key IS NULL AND kind NOT IN (1, 2) AND sequence <= $through
              AND sequence <= (SELECT sequence FROM snapshot WHERE shard = $shard)
            """, cancellationToken, ("$shard", shard), ("$through", throughSequence)).ConfigureAwait(false);
        await ExecuteAsync("PRAGMA incremental_vacuum", cancellationToken).ConfigureAwait(false);
        await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken).ConfigureAwait(false);
        return removed;
    }

    /// <inheritdoc />
    public async ValueTask<long> ReadCursorAsync(string shard, string consumer, CancellationToken cancellationToken)
    {
        IReadOnlyList<(string Consumer, long Sequence)> found = await QueryAsync(SqliteQueries.Cursors, shard, 0, long.MaxValue, int.MaxValue, static r => (r.GetString(0), r.GetInt64(1)), cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(c => c.Consumer == consumer).Sequence;
    }

    /// <inheritdoc />
    public async ValueTask WriteCursorAsync(string shard, string consumer, long sequence, CancellationToken cancellationToken) => await ExecuteAsync("""
        INSERT INTO cursor(shard, consumer, sequence) VALUES ($shard, $consumer, $sequence) ON CONFLICT(shard, consumer) DO UPDATE SET sequence = excluded.sequence
        """, cancellationToken, ("$shard", shard), ("$consumer", consumer), ("$sequence", sequence)).ConfigureAwait(false);

    /// <summary>Copies the store while it is in use; the copy is consistent as of one moment.</summary>
    /// <param name="path">Path of the copy; an existing file is replaced when the copy is complete.</param>
    /// <param name="cancellationToken">Stops before the copying begins.</param>
    /// <returns>A task that ends when the copy is complete.</returns>
    /// <exception cref="EcomOpsException">The store or the target cannot be read or written.</exception>
    public async ValueTask BackupAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string partial = path + ".partial";
        await WriteAsync(_ => true, cancellationToken).ConfigureAwait(false);
        try
        {
            using SqliteConnection source = SqliteSchema.Open(_connectionString);
            File.Delete(partial);
            using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ConnectionString))
            {
                target.Open();
                source.BackupDatabase(target);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (SqliteException failure)
        {
            throw SqliteSchema.Failure(_path, failure);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _checkpoint.DisposeAsync().ConfigureAwait(false);
        await _writing.WaitAsync().ConfigureAwait(false);
        _append?.Dispose();
        _writer?.Dispose();
        (_append, _writer) = (null, null);
        _writing.Release();
    }

    private AppendOutcome Append(StockBatch batch)
    {
        AppendOutcome outcome = _append!.Run(batch);
        if (outcome is Appended)
        {
            _checkpoint.Committed(batch);
        }

        return outcome;
    }

    private async ValueTask<IReadOnlyList<T>> QueryAsync<T>(string sql, string shard, long after, long through, int limit, Func<SqliteDataReader, T> row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shard);
        await WriteAsync(_ => true, cancellationToken).ConfigureAwait(false);
        try
        {
            using SqliteConnection connection = SqliteSchema.Open(_connectionString);
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$shard", shard);
            command.Parameters.AddWithValue("$after", after);
            command.Parameters.AddWithValue("$through", through);
            command.Parameters.AddWithValue("$limit", limit);
            using SqliteDataReader reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        }
        catch (SqliteException failure)
        {
            throw SqliteSchema.Failure(_path, failure);
        }
    }

    private ValueTask<long> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters) => WriteAsync(connection =>
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return (long)command.ExecuteNonQuery();
    }, cancellationToken);

    private async ValueTask<T> WriteAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken, Func<bool, T>? refused = null)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_writer is null)
            {
                _writer = SqliteSchema.OpenAndMigrate(_path, _connectionString);
                SqliteSchema.Limit(_writer, _maximumPages);
                _append = new(_writer);
            }

            return work(_writer);
        }
        catch (SqliteException failure) when (refused is not null && failure.SqliteErrorCode is SqliteSchema.Full or SqliteSchema.ReadOnly)
        {
            return refused!(failure.SqliteErrorCode == SqliteSchema.Full);
        }
        catch (SqliteException failure)
        {
            throw SqliteSchema.Failure(_path, failure);
        }
        finally
        {
            _writing.Release();
        }
    }
}
