using EcomOps.Operations.State;
using Microsoft.Data.Sqlite;

namespace EcomOps.Operations.Sqlite.Internal;

internal static class SimulationTable
{
    internal static SimulationProgress? Load(SqliteConnection connection)
    {
        using SqliteCommand command = connection.Prepared("SELECT seed, months FROM simulation WHERE id = 1");
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? new(reader.GetInt32(0), reader.GetInt32(1)) : null;
    }

    internal static int Save(SqliteConnection connection, SimulationProgress progress)
    {
        using SqliteCommand command = connection.Prepared("INSERT OR REPLACE INTO simulation (id, seed, months) VALUES (1, $seed, $months)", "$seed", "$months");
        return command.Execute(progress.Seed, progress.Months);
    }
}
