using EcomOps.Inventory.Stores;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace EcomOps.Inventory.Sqlite.Internal;

internal static class SqliteQueries
{
    public const string Entries = "SELECT sequence, kind, recorded_at, request_key, payload FROM entry WHERE shard = $shard AND sequence > $after AND sequence <= $through ORDER BY sequence LIMIT $limit";

    public const string KeyedEntries = "SELECT sequence, kind, recorded_at, request_key, payload FROM entry WHERE shard = $shard AND sequence > $after AND sequence <= $through AND request_key IS NOT NULL ORDER BY sequence LIMIT $limit";

    public const string Hashes = "SELECT first_sequence, last_sequence, hash FROM batch WHERE shard = $shard AND last_sequence > $after AND last_sequence <= $through ORDER BY last_sequence LIMIT $limit";

    public const string Snapshot = "SELECT sequence, payload FROM snapshot WHERE shard = $shard LIMIT $limit";

    public const string Cursors = "SELECT consumer, sequence FROM cursor WHERE shard = $shard LIMIT $limit";

    public static StoredEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0),
        (StoredEntryKind)row.GetInt32(1),
        Instant.FromUnixTimeTicks(row.GetInt64(2)),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetFieldValue<byte[]>(4));
}
