using EcomOps.Inventory.Ledger.Internal;
using EcomOps.Inventory.Reservations;
using EcomOps.Inventory.Reservations.Internal;

namespace EcomOps.Inventory.Ledger;

public sealed partial class StockLedger
{
    /// <summary>Holds a basket.</summary>
    /// <param name="request">The basket; its id is the idempotency key.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command: repeat it with the same id to learn its answer.</param>
    /// <returns>The answer, durable.</returns>
    public Task<ReserveOutcome> ReserveAsync(ReservationRequest request, CancellationToken cancellationToken = default) =>
        SendAsync(new ReserveCommand(NotNull(request), _options.DefaultTimeToLive, _options.MaximumTimeToLive), cancellationToken);

    /// <summary>Makes a hold firm.</summary>
    /// <param name="claimId">Id of the claim.</param>
    /// <param name="reacquire">Whether an expired hold is reserved again in the same step, if its units are still available.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>The claim, or why not.</returns>
    public Task<ClaimOutcome> CommitAsync(string claimId, bool reacquire = false, CancellationToken cancellationToken = default) =>
        ChangeAsync(new CommitClaim(claimId) { Reacquire = reacquire }, cancellationToken);

    /// <summary>Gives a hold or commitment back.</summary>
    /// <param name="claimId">Id of the claim.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>The claim, or why not.</returns>
    public Task<ClaimOutcome> ReleaseAsync(string claimId, CancellationToken cancellationToken = default) => ChangeAsync(new ReleaseClaim(claimId), cancellationToken);

    /// <summary>Changes a claim.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>The claim, or why not.</returns>
    public Task<ClaimOutcome> ChangeAsync(ClaimChange change, CancellationToken cancellationToken = default) =>
        SendAsync(new ClaimCommand(NotNull(change), _options.MaximumTimeToLive), cancellationToken);

    /// <summary>Books goods that came in.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>The movement, or why not.</returns>
    public Task<PostingOutcome> ReceiveAsync(Receipt receipt, CancellationToken cancellationToken = default) => PostAsync(receipt, cancellationToken);

    /// <summary>Books goods that leave.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>The movement, or why not.</returns>
    public Task<PostingOutcome> ShipAsync(Shipment shipment, CancellationToken cancellationToken = default) => PostAsync(shipment, cancellationToken);

    /// <summary>Books goods that came back.</summary>
    /// <param name="customerReturn">The return.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>The movement, or why not.</returns>
    public Task<PostingOutcome> ReturnAsync(CustomerReturn customerReturn, CancellationToken cancellationToken = default) => PostAsync(customerReturn, cancellationToken);

    /// <summary>Corrects the book to what is there.</summary>
    /// <param name="adjustment">The differences.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>The movement, or why not.</returns>
    public Task<PostingOutcome> AdjustAsync(Adjustment adjustment, CancellationToken cancellationToken = default) => PostAsync(adjustment, cancellationToken);

    /// <summary>Posts any document.</summary>
    /// <param name="document">The document; kind and reference are its idempotency key.</param>
    /// <param name="cancellationToken">Stops the waiting, not the command.</param>
    /// <returns>The movement, or why not.</returns>
    public async Task<PostingOutcome> PostAsync(StockDocument document, CancellationToken cancellationToken = default) =>
        await SendAsync(await PrepareAsync(NotNull(document), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Posts many documents in order, as fast as the store takes whole batches; waits for room instead of answering <see cref="Busy"/>.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="cancellationToken">Stops between documents; those sent before are finished.</param>
    /// <returns>The answers, in the order of the documents.</returns>
    public async Task<IReadOnlyList<PostingOutcome>> PostAllAsync(IEnumerable<StockDocument> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var sent = new List<Command<PostingOutcome>>();
        foreach (StockDocument document in documents)
        {
            sent.Add(await EnqueueAsync(await PrepareAsync(document, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false));
        }

        return await AnswersAsync(sent).ConfigureAwait(false);
    }

    /// <summary>Reserves many baskets in order, as fast as the store takes whole batches; waits for room instead of answering <see cref="Busy"/>.</summary>
    /// <param name="requests">The baskets.</param>
    /// <param name="cancellationToken">Stops between baskets; those sent before are finished.</param>
    /// <returns>The answers, in the order of the baskets.</returns>
    public async Task<IReadOnlyList<ReserveOutcome>> ReserveAllAsync(IEnumerable<ReservationRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var sent = new List<Command<ReserveOutcome>>();
        foreach (ReservationRequest request in requests)
        {
            sent.Add(await EnqueueAsync(new ReserveCommand(request, _options.DefaultTimeToLive, _options.MaximumTimeToLive), cancellationToken).ConfigureAwait(false));
        }

        return await AnswersAsync(sent).ConfigureAwait(false);
    }

    /// <summary>Changes many claims in order, as fast as the store takes whole batches; waits for room instead of answering <see cref="Busy"/>.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Stops between changes; those sent before are finished.</param>
    /// <returns>The answers, in the order of the changes.</returns>
    public async Task<IReadOnlyList<ClaimOutcome>> ChangeAllAsync(IEnumerable<ClaimChange> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var sent = new List<Command<ClaimOutcome>>();
        foreach (ClaimChange change in changes)
        {
            sent.Add(await EnqueueAsync(new ClaimCommand(change, _options.MaximumTimeToLive), cancellationToken).ConfigureAwait(false));
        }

        return await AnswersAsync(sent).ConfigureAwait(false);
    }

    private async ValueTask<PostCommand> PrepareAsync(StockDocument document, CancellationToken cancellationToken) =>
        new(document, document is Reversal reversal ? await MovementAsync(reversal.Sequence, cancellationToken).ConfigureAwait(false) : null, _options.ClosedPeriods);

    private async ValueTask<Command<TOutcome>> EnqueueAsync<TOutcome>(Command<TOutcome> command, CancellationToken cancellationToken)
        where TOutcome : class
    {
        if (!await _writer.PostAsync(command, cancellationToken).ConfigureAwait(false))
        {
            command.Refuse(new Busy());
            command.Complete();
        }

        return command;
    }

    private static async Task<IReadOnlyList<TOutcome>> AnswersAsync<TOutcome>(List<Command<TOutcome>> sent)
        where TOutcome : class
    {
        var answers = new TOutcome[sent.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = await sent[i].Done.ConfigureAwait(false);
        }

        return answers;
    }
}
