using System.Globalization;
using EcomOps.Core;
using Microsoft.Data.Sqlite;

namespace EcomOps.Operations.Sqlite.Internal;

/// <summary>The tables and their versions. A migration is never edited once it is released; a change is a further one.</summary>
internal static class StateSchema
{
    /// <summary>"EOps" as SQLite's application id, so that another program's file is recognised.</summary>
    internal const long ApplicationId = 0x454F7073;

    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE source_file (
            id INTEGER PRIMARY KEY,
            content_hash TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL
        ) STRICT;
        CREATE TABLE order_row (
            file_id INTEGER NOT NULL REFERENCES source_file (id),
            line INTEGER NOT NULL,
            order_id TEXT NOT NULL,
            stock_code TEXT NOT NULL,
            quantity INTEGER NOT NULL,
            placed_at TEXT NOT NULL,
            unit_price TEXT NOT NULL,
            title TEXT,
            customer_id TEXT,
            country TEXT,
            channel TEXT,
            region TEXT,
            shipping_tier TEXT,
            unit_discount TEXT,
            PRIMARY KEY (file_id, line)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE simulation (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            seed INTEGER NOT NULL,
            months INTEGER NOT NULL
        ) STRICT;
        """,
    ];

    internal static int Version => Migrations.Length;

    internal static void Prepare(SqliteConnection connection, string path)
    {
        long version = Pragma(connection, "user_version");
        long application = Pragma(connection, "application_id");
        bool isEmpty = (long)connection.Scalar("SELECT count(*) FROM sqlite_schema")! == 0;
        if (application != ApplicationId && !isEmpty)
        {
            throw new EcomOpsException("state_foreign", $"{path} is a database of another program; name another file.");
        }

        if (version > Version)
        {
            throw new EcomOpsException(
                "state_newer",
                string.Create(CultureInfo.InvariantCulture, $"{path} has version {version} and this program knows versions up to {Version}; use the newer program, or another file."));
        }

        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
        if (version < Version)
        {
            Migrate(connection);
        }
    }

    private static void Migrate(SqliteConnection connection)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        for (long next = Pragma(connection, "user_version"); next < Version; next++)
        {
            connection.Execute(Migrations[next]);
        }

        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}; PRAGMA application_id = {ApplicationId};"));
        transaction.Commit();
    }

    private static long Pragma(SqliteConnection connection, string name) => (long)connection.Scalar($"PRAGMA {name}")!;
}
