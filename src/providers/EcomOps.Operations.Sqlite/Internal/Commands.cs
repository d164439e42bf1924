using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace EcomOps.Operations.Sqlite.Internal;

/// <summary>Short forms for the constant SQL of this project; values go through parameters only.</summary>
internal static class Commands
{
    [SuppressMessage("Security", "CA2100", Justification = "Every text is a constant of this project.")]
    internal static SqliteCommand Prepared(this SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (string name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    internal static object? Scalar(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.Prepared(sql);
        return command.ExecuteScalar();
    }

    internal static void Execute(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.Prepared(sql);
        command.ExecuteNonQuery();
    }

    internal static int Execute(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command.ExecuteNonQuery();
    }
}
