using System.Globalization;
using EcomOps.Inventory.Stores;
using Npgsql;
using NpgsqlTypes;

namespace EcomOps.Inventory.PostgreSql.Internal;

// The batch as one pipelined transaction: a check of the expected sequence by the primary key, then all entries set-based.
internal static class PostgreSqlAppend
{
    public static NpgsqlBatch Create(NpgsqlConnection connection, string schema, StockBatch batch)
    {
        int count = batch.Entries.Count;
        long[] sequences = new long[count];
        short[] kinds = new short[count];
        long[] times = new long[count];
        string?[] keys = new string?[count];
        byte[][] payloads = new byte[count][];
        for (int i = 0; i < count; i++)
        {
            StoredEntry entry = batch.Entries[i];
            (sequences[i], kinds[i], times[i], keys[i], payloads[i]) = (entry.Sequence, (short)entry.Kind, entry.RecordedAt.ToUnixTimeTicks(), entry.Key, entry.Payload.ToArray());
        }

        // The row refers to the batch before it: without that row, or when another batch already follows it, the statement fails and nothing is written.
        var header = new NpgsqlBatchCommand(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO {schema}.batch(shard, first_sequence, last_sequence, hash)
            VALUES ($1, (SELECT $2::bigint + 1 WHERE $2::bigint = COALESCE((SELECT MAX(last_sequence) FROM {schema}.batch WHERE shard = $1), 0)), $3, $4)
            """))
        {
            Parameters =
            {
                new() { Value = batch.Shard, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = batch.ExpectedSequence, NpgsqlDbType = NpgsqlDbType.Bigint },
                new() { Value = batch.LastSequence, NpgsqlDbType = NpgsqlDbType.Bigint },
                new() { Value = batch.Hash.ToArray(), NpgsqlDbType = NpgsqlDbType.Bytea },
            },
        };
        var entries = new NpgsqlBatchCommand($"""
            INSERT INTO {schema}.entry(shard, sequence, kind, recorded_at, request_key, payload)
            SELECT $1, e.* FROM unnest($2, $3, $4, $5, $6) AS e
            """)
        {
            Parameters =
            {
                new() { Value = batch.Shard, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = sequences, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new() { Value = kinds, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint },
                new() { Value = times, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new() { Value = keys, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = payloads, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
            },
        };

        // Npgsql wraps a batch in one implicit transaction.
        return new NpgsqlBatch(connection) { BatchCommands = { header, entries } };
    }
}
