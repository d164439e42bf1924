using System.Globalization;
using EcomOps.Core;
using Microsoft.Data.Sqlite;

namespace EcomOps.Inventory.Sqlite.Internal;

// The tables and how older files come to them. The number in user_version counts the migrations that were run.
internal static class SqliteSchema
{
    public const int ReadOnly = 8;
    public const int Full = 13;

    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE entry(
          shard TEXT NOT NULL, sequence INTEGER NOT NULL, kind INTEGER NOT NULL, recorded_at INTEGER NOT NULL, request_key TEXT, payload BLOB NOT NULL,
          PRIMARY KEY(shard, sequence)) WITHOUT ROWID;
        CREATE TABLE batch(shard TEXT NOT NULL, last_sequence INTEGER NOT NULL, first_sequence INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(shard, last_sequence)) WITHOUT ROWID;
        CREATE TABLE snapshot(shard TEXT NOT NULL PRIMARY KEY, sequence INTEGER NOT NULL, payload BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE cursor(shard TEXT NOT NULL, consumer TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY(shard, consumer)) WITHOUT ROWID;
        """,
    ];

    public static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA synchronous=FULL");
            Execute(connection, "PRAGMA busy_timeout=10000");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection OpenAndMigrate(string path, string connectionString)
    {
        SqliteConnection connection = Open(connectionString);
        try
        {
            long version = (long)Scalar(connection, "PRAGMA user_version")!;
            if (version > Migrations.Length)
            {
                throw new EcomOpsException("stock_store_newer", $"'{path}' is of version {version}, this package knows up to {Migrations.Length}. Use the newer package.");
            }

            if (version == 0)
            {
                Execute(connection, "PRAGMA auto_vacuum=INCREMENTAL");
            }

            Execute(connection, "PRAGMA journal_mode=WAL");
            // A backstop only: checkpoints are made beside the writer, see SqliteCheckpoint.
            Execute(connection, "PRAGMA wal_autocheckpoint=50000");
            if (version < Migrations.Length)
            {
                Migrate(connection);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Limit(SqliteConnection connection, long? pages)
    {
        if (pages is { } most)
        {
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={most}"));
        }
    }

    public static EcomOpsException Failure(string path, SqliteException failure) => new(
        failure.SqliteErrorCode switch
        {
            Full => "store_full",
            ReadOnly => "store_read_only",
            11 or 26 => "store_damaged",
            _ => "store_unavailable",
        },
        $"The stock store '{path}' failed: {failure.Message}",
        isTransient: failure.SqliteErrorCode is 5 or 6 or 10,
        failure);

    private static void Migrate(SqliteConnection connection)
    {
        // Immediate: of two processes that open a new file, the second waits and then finds the work done.
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        for (long version = (long)Scalar(connection, "PRAGMA user_version", transaction)!; version < Migrations.Length; version++)
        {
            Execute(connection, Migrations[version], transaction);
            Execute(connection, "PRAGMA user_version=" + (version + 1).ToString(CultureInfo.InvariantCulture), transaction);
        }

        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command.ExecuteScalar();
    }
}
