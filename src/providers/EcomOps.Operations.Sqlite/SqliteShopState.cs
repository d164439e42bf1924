using EcomOps.Core;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Sqlite.Internal;
using EcomOps.Operations.State;
using Microsoft.Data.Sqlite;

namespace EcomOps.Operations.Sqlite;

/// <summary>A shop's state in one SQLite file, by default <c>state.db</c> in the folder of the run.</summary>
/// <remarks>
/// Every change is one transaction: a run that is killed leaves either all of it or nothing. The file is in write-ahead mode, so it
/// may be read while it is written. Calls on one instance must not overlap; several instances and processes may use one file.
/// </remarks>
public sealed class SqliteShopState : IShopState
{
    private readonly SqliteConnection _connection;

    private SqliteShopState(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens a file, makes it if there is none, and brings an older one up to date.</summary>
    /// <param name="path">Path of the file; its folder is made if it is missing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The state; dispose it to close the file.</returns>
    /// <exception cref="EcomOpsException">
    /// The file is of a newer version of this library (<c>state_newer</c>), is another program's (<c>state_foreign</c>), or cannot be
    /// read or written (<c>state_unusable</c>). Nothing in it was changed.
    /// </exception>
    public static async Task<SqliteShopState> OpenAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            return new(await OpenConnectionAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    /// <inheritdoc />
    public Task<ImportReceipt> ImportAsync(OrderImport import, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        return Run(() => RowTable.Insert(_connection, import, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<OrderRow>> LoadRowsAsync(CancellationToken cancellationToken) =>
        Run<IReadOnlyList<OrderRow>>(() => RowTable.Load(_connection, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task<SimulationProgress?> LoadSimulationAsync(CancellationToken cancellationToken) =>
        Run(() => SimulationTable.Load(_connection), cancellationToken);

    /// <inheritdoc />
    public async Task SaveSimulationAsync(SimulationProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        await Run(() => SimulationTable.Save(_connection, progress), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<long> EraseCustomerAsync(string customerId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(customerId);
        return Run(() => RowTable.Erase(_connection, customerId), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<SqliteConnection> OpenConnectionAsync(string path, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            StateSchema.Prepare(connection, path);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>SQLite has no asynchronous calls: the work runs on a thread of the pool.</summary>
    private static async Task<T> Run<T>(Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(work, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException e)
        {
            throw Unusable(e);
        }
    }

    private static EcomOpsException Unusable(Exception e) => new(
        "state_unusable",
        $"The state file cannot be used: {e.Message}",
        isTransient: e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED },
        e);
}
