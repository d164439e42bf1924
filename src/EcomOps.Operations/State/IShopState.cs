using EcomOps.Core;
using EcomOps.Operations.Importing;

namespace EcomOps.Operations.State;

/// <summary>What a shop's operations run remembers from one run to the next: rows of order files, and how far a simulated shop has come.</summary>
/// <remarks>
/// A row's key is its file's content hash and its line, so that taking in the same file again adds nothing while equal lines inside a
/// file all stay. Calls on one instance must not overlap; several instances on one store may, and then one import waits for the other.
/// An implementation passes the kit <c>ShopStateConformance</c> of EcomOps.Testing.
/// </remarks>
public interface IShopState : IAsyncDisposable
{
    /// <summary>Takes in the rows of a file, all or none.</summary>
    /// <param name="import">What the file holds; rejected rows are not kept.</param>
    /// <param name="cancellationToken">Cancels; then nothing was taken in.</param>
    /// <returns>How many rows are new and how many were known.</returns>
    /// <exception cref="EcomOpsException">The store cannot be written.</exception>
    Task<ImportReceipt> ImportAsync(OrderImport import, CancellationToken cancellationToken);

    /// <summary>Loads every row that was ever taken in.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Rows by file in the order of first import, then by line.</returns>
    /// <exception cref="EcomOpsException">The store cannot be read.</exception>
    Task<IReadOnlyList<OrderRow>> LoadRowsAsync(CancellationToken cancellationToken);

    /// <summary>How far the simulated shop has come.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The progress saved last; null if none was.</returns>
    /// <exception cref="EcomOpsException">The store cannot be read.</exception>
    Task<SimulationProgress?> LoadSimulationAsync(CancellationToken cancellationToken);

    /// <summary>Remembers how far the simulated shop has come; replaces what was saved.</summary>
    /// <param name="progress">Seed and months.</param>
    /// <param name="cancellationToken">Cancels; then the former progress stays.</param>
    /// <exception cref="EcomOpsException">The store cannot be written.</exception>
    Task SaveSimulationAsync(SimulationProgress progress, CancellationToken cancellationToken);

    /// <summary>Removes a customer's number from every row, so that those rows count as guest sales; importing their file again does not bring it back.</summary>
    /// <param name="customerId">The number, compared ordinally.</param>
    /// <param name="cancellationToken">Cancels; then nothing was removed.</param>
    /// <returns>Rows changed; 0 if the customer is unknown.</returns>
    /// <exception cref="EcomOpsException">The store cannot be written.</exception>
    Task<long> EraseCustomerAsync(string customerId, CancellationToken cancellationToken);
}
