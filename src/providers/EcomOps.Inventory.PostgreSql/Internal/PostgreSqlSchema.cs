using System.Globalization;
using EcomOps.Core;
using Npgsql;

namespace EcomOps.Inventory.PostgreSql.Internal;

internal static class PostgreSqlSchema
{
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE {0}.batch(shard text NOT NULL, first_sequence bigint NOT NULL, last_sequence bigint NOT NULL, hash bytea NOT NULL, PRIMARY KEY(shard, first_sequence));
        CREATE INDEX batch_last ON {0}.batch(shard, last_sequence);
        CREATE TABLE {0}.entry(
          shard text NOT NULL, sequence bigint NOT NULL, kind smallint NOT NULL, recorded_at bigint NOT NULL, request_key text, payload bytea NOT NULL,
          PRIMARY KEY(shard, sequence));
        CREATE TABLE {0}.snapshot(shard text PRIMARY KEY, sequence bigint NOT NULL, payload bytea NOT NULL);
        CREATE TABLE {0}.cursor(shard text NOT NULL, consumer text NOT NULL, sequence bigint NOT NULL, PRIMARY KEY(shard, consumer));
        """,
    ];

    public static async Task MigrateAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await RunAsync("SELECT pg_advisory_xact_lock(hashtext('ecomops stock ' || '{0}'))").ConfigureAwait(false);
        await RunAsync("CREATE SCHEMA IF NOT EXISTS {0}; CREATE TABLE IF NOT EXISTS {0}.version(version int NOT NULL)").ConfigureAwait(false);
        await using NpgsqlCommand read = Command(connection, schema, "SELECT COALESCE(MAX(version), 0) FROM {0}.version");
        int version = (int)(await read.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        if (version > Migrations.Length)
        {
            throw new EcomOpsException("stock_store_newer", $"Schema '{schema}' is of version {version}, this package knows up to {Migrations.Length}. Use the newer package.");
        }

        for (; version < Migrations.Length; version++)
        {
            await RunAsync(Migrations[version]).ConfigureAwait(false);
            await RunAsync("INSERT INTO {0}.version VALUES (" + (version + 1).ToString(CultureInfo.InvariantCulture) + ")").ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);

        async Task RunAsync(string sql)
        {
            await using NpgsqlCommand command = Command(connection, schema, sql);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // The schema's name was checked to be a plain identifier.
    public static NpgsqlCommand Command(NpgsqlConnection connection, string schema, string sql, params object[] parameters)
    {
        NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql.Replace("{0}", schema, StringComparison.Ordinal);
#pragma warning restore CA2100
        foreach (object value in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
