using EcomOps.Core;
using EcomOps.Inventory.PostgreSql.Internal;
using EcomOps.Inventory.Stores;
using NodaTime;
using Npgsql;

namespace EcomOps.Inventory.PostgreSql;

/// <summary>Keeps stock ledgers in a PostgreSQL database that several processes may share. Thread-safe.</summary>
/// <remarks>
/// A batch is one transaction in one round trip; the key on (shard, first sequence of the batch) decides between writers, so correctness needs no lease.
/// The tables live in a schema of their own and are migrated at first use under an advisory lock; a schema of a newer version is refused with <c>stock_store_newer</c>.
/// Durability is the server's: leave <c>fsync</c> and <c>synchronous_commit</c> on.
/// </remarks>
public sealed class PostgreSqlStockStore : IStockStore
{
    private readonly NpgsqlDataSource _source;
    private readonly string _schema;
    private readonly SemaphoreSlim _migrating = new(1, 1);
    private volatile bool _isMigrated;

    private PostgreSqlStockStore(string connectionString, string schema)
    {
        _source = NpgsqlDataSource.Create(connectionString);
        _schema = schema;
    }

    /// <inheritdoc />
    public bool IsShared => true;

    /// <summary>A store in a database.</summary>
    /// <param name="connectionString">Npgsql connection string.</param>
    /// <param name="schema">Schema of its tables: a lower-case identifier; <c>ecomops_stock</c> by default.</param>
    /// <returns>The store; dispose it after its ledgers.</returns>
    /// <exception cref="ArgumentException">The schema's name is not a plain identifier.</exception>
    public static PostgreSqlStockStore At(string connectionString, string schema = "ecomops_stock")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ArgumentException.ThrowIfNullOrWhiteSpace(schema);
        if (!IsPlainIdentifier(schema))
        {
            throw new ArgumentException($"'{schema}' is no plain identifier; use a to z, digits and underscores.", nameof(schema));
        }

        return new(connectionString, schema);
    }

    /// <inheritdoc />
    public async ValueTask<AppendOutcome> AppendAsync(StockBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return await UseAsync<AppendOutcome>(async connection =>
        {
            try
            {
                await using NpgsqlBatch statements = PostgreSqlAppend.Create(connection, _schema, batch);
                await statements.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                return Appended.Instance;
            }
            catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation)
            {
                return SequenceConflict.Instance;
            }
            catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.ReadOnlySqlTransaction)
            {
                return new AppendRefused(failure.SqlState == PostgresErrorCodes.DiskFull ? "store_full" : "store_read_only", $"PostgreSQL refused the batch: {failure.MessageText}");
            }
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEntry>> ReadAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken) => QueryAsync(
        "SELECT sequence, kind, recorded_at, request_key, payload FROM {0}.entry WHERE shard = $1 AND sequence > $2 AND sequence <= $3 ORDER BY sequence LIMIT $4",
        shard, afterSequence, long.MaxValue, limit, Entry, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredEntry>> ReadKeyedAsync(string shard, long afterSequence, long throughSequence, int limit, CancellationToken cancellationToken) => QueryAsync(
        "SELECT sequence, kind, recorded_at, request_key, payload FROM {0}.entry WHERE shard = $1 AND sequence > $2 AND sequence <= $3 AND request_key IS NOT NULL ORDER BY sequence LIMIT $4",
        shard, afterSequence, throughSequence, limit, Entry, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredBatchHash>> ReadHashesAsync(string shard, long afterSequence, int limit, CancellationToken cancellationToken) => QueryAsync(
        "SELECT first_sequence, last_sequence, hash FROM {0}.batch WHERE shard = $1 AND last_sequence > $2 AND last_sequence <= $3 ORDER BY last_sequence LIMIT $4",
        shard, afterSequence, long.MaxValue, limit, static r => new StoredBatchHash(r.GetInt64(0), r.GetInt64(1), r.GetFieldValue<byte[]>(2)), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<StoredSnapshot?> ReadSnapshotAsync(string shard, CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredSnapshot> found = await QueryAsync(
            "SELECT sequence, payload FROM {0}.snapshot WHERE shard = $1 AND sequence > $2 AND sequence <= $3 LIMIT $4",
            shard, -1, long.MaxValue, 1, static r => new StoredSnapshot(r.GetInt64(0), r.GetFieldValue<byte[]>(1)), cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc />
    public async ValueTask WriteSnapshotAsync(string shard, StoredSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        await ExecuteAsync("""
            INSERT INTO {0}.snapshot(shard, sequence, payload) VALUES ($1, $2, $3)
            ON CONFLICT(shard) DO UPDATE SET sequence = excluded.sequence, payload = excluded.payload WHERE excluded.sequence >= snapshot.sequence
            """, cancellationToken, shard, snapshot.Sequence, snapshot.Payload.ToArray()).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<long> PurgeKeysAsync(string shard, Instant recordedBefore, long throughSequence, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE {0}.entry SET request_key = NULL WHERE shard = $1 AND request_key IS NOT NULL AND recorded_at < $2 AND sequence <= $3",
        cancellationToken, shard, recordedBefore.ToUnixTimeTicks(), throughSequence);

    /// <inheritdoc />
    public ValueTask<long> CompactAsync(string shard, long throughSequence, CancellationToken cancellationToken) => ExecuteAsync("""
        DELETE FROM {0}.entry WHERE shard = $1 AND request_key IS NULL AND kind NOT IN (1, 2) AND sequence <= $2
          AND sequence <= (SELECT sequence FROM {0}.snapshot WHERE shard = $1)
        """, cancellationToken, shard, throughSequence);

    /// <inheritdoc />
    public async ValueTask<long> ReadCursorAsync(string shard, string consumer, CancellationToken cancellationToken)
    {
        IReadOnlyList<(string Consumer, long Sequence)> found = await QueryAsync(
            "SELECT consumer, sequence FROM {0}.cursor WHERE shard = $1 AND sequence > $2 AND sequence <= $3 LIMIT $4",
            shard, -1, long.MaxValue, int.MaxValue, static r => (r.GetString(0), r.GetInt64(1)), cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(c => c.Consumer == consumer).Sequence;
    }

    /// <inheritdoc />
    public async ValueTask WriteCursorAsync(string shard, string consumer, long sequence, CancellationToken cancellationToken) => await ExecuteAsync(
        "INSERT INTO {0}.cursor(shard, consumer, sequence) VALUES ($1, $2, $3) ON CONFLICT(shard, consumer) DO UPDATE SET sequence = excluded.sequence",
        cancellationToken, shard, consumer, sequence).ConfigureAwait(false);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    internal static bool IsPlainIdentifier(string name) =>
        name.Length is > 0 and <= 63 && name[0] is '_' or (>= 'a' and <= 'z') && name.All(c => c is '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    private static StoredEntry Entry(NpgsqlDataReader row) => new(
        row.GetInt64(0), (StoredEntryKind)row.GetInt16(1), Instant.FromUnixTimeTicks(row.GetInt64(2)), row.IsDBNull(3) ? null : row.GetString(3), row.GetFieldValue<byte[]>(4));

    private ValueTask<IReadOnlyList<T>> QueryAsync<T>(string sql, string shard, long after, long through, int limit, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shard);
        return UseAsync<IReadOnlyList<T>>(async connection =>
        {
            await using NpgsqlCommand command = PostgreSqlSchema.Command(connection, _schema, sql, shard, after, through, (long)limit);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(row(reader));
            }

            return rows;
        }, cancellationToken);
    }

    private ValueTask<long> ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] parameters) => UseAsync<long>(async connection =>
    {
        await using NpgsqlCommand command = PostgreSqlSchema.Command(connection, _schema, sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }, cancellationToken);

    private async ValueTask<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            if (!_isMigrated)
            {
                await _migrating.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    await PostgreSqlSchema.MigrateAsync(connection, _schema, cancellationToken).ConfigureAwait(false);
                    _isMigrated = true;
                }
                finally
                {
                    _migrating.Release();
                }
            }

            return await work(connection).ConfigureAwait(false);
        }
        catch (NpgsqlException failure)
        {
            throw new EcomOpsException("store_unavailable", $"PostgreSQL failed: {failure.Message}", failure.IsTransient, failure);
        }
    }
}
