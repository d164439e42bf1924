using EcomOps.Inventory.Stores;
using Microsoft.Data.Sqlite;

namespace EcomOps.Inventory.Sqlite.Internal;

// Appends a batch in one transaction with statements prepared once.
internal sealed class SqliteAppend : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _last;
    private readonly SqliteCommand _entry;
    private readonly SqliteCommand _batch;

    public SqliteAppend(SqliteConnection connection)
    {
        _connection = connection;
        _last = Prepare("SELECT MAX(last_sequence) FROM batch WHERE shard = $shard", "$shard");
        _entry = Prepare("INSERT INTO entry(shard, sequence, kind, recorded_at, request_key, payload) VALUES ($shard, $sequence, $kind, $at, $key, $payload)", "$shard", "$sequence", "$kind", "$at", "$key", "$payload");
        _batch = Prepare("INSERT INTO batch(shard, first_sequence, last_sequence, hash) VALUES ($shard, $first, $last, $hash)", "$shard", "$first", "$last", "$hash");
    }

    public AppendOutcome Run(StockBatch batch)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        _last.Transaction = _entry.Transaction = _batch.Transaction = transaction;
        _last.Parameters[0].Value = batch.Shard;
        if ((_last.ExecuteScalar() as long? ?? 0) != batch.ExpectedSequence)
        {
            return SequenceConflict.Instance;
        }

        SqliteParameterCollection values = _entry.Parameters;
        values[0].Value = batch.Shard;
        foreach (StoredEntry entry in batch.Entries)
        {
            values[1].Value = entry.Sequence;
            values[2].Value = (int)entry.Kind;
            values[3].Value = entry.RecordedAt.ToUnixTimeTicks();
            values[4].Value = (object?)entry.Key ?? DBNull.Value;
            values[5].Value = entry.Payload.ToArray();
            _entry.ExecuteNonQuery();
        }

        _batch.Parameters[0].Value = batch.Shard;
        _batch.Parameters[1].Value = batch.ExpectedSequence + 1;
        _batch.Parameters[2].Value = batch.LastSequence;
        _batch.Parameters[3].Value = batch.Hash.ToArray();
        _batch.ExecuteNonQuery();
        transaction.Commit();
        return Appended.Instance;
    }

    public void Dispose()
    {
        _last.Dispose();
        _entry.Dispose();
        _batch.Dispose();
    }

    private SqliteCommand Prepare(string sql, params string[] names)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (string name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }
}
