namespace EcomOps.Payments.Orchestration;

/// <summary>Keeps payment records.</summary>
/// <remarks>
/// Contract: a save that returned true is durable and is what every later read gives. Versions guard against lost updates. Implementations are thread-safe. A record holds tokens, never card numbers.
/// </remarks>
public interface IPaymentStore
{
    /// <summary>Finds the record of an order.</summary>
    /// <param name="orderId">Merchant reference.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The record with its version; null when there is none.</returns>
    ValueTask<PaymentRecord?> FindAsync(string orderId, CancellationToken cancellationToken);

    /// <summary>Saves a record when the stored version is still the one it was read at (0: not stored); the new version is one higher.</summary>
    /// <param name="record">Record.</param>
    /// <param name="cancellationToken">Cancels; whether it was saved is then open.</param>
    /// <returns>False when somebody else saved in between; nothing was changed.</returns>
    ValueTask<bool> TrySaveAsync(PaymentRecord record, CancellationToken cancellationToken);

    /// <summary>Lists the orders whose record is open (<see cref="PaymentRecord.IsOpen"/>), by id ordinally.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Ids.</returns>
    IAsyncEnumerable<string> ListOpenAsync(CancellationToken cancellationToken);
}
