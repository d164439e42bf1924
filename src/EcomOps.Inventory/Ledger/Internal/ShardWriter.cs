using System.Diagnostics;
using System.Threading.Channels;
using EcomOps.Core;
using EcomOps.Inventory.Stores;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// The one writer of a shard: takes requests in batches, decides in memory, appends once, answers.
internal sealed class ShardWriter : IDisposable
{
    private const int PageSize = 20_000;

    private readonly IStockStore _store;
    private readonly IClock _clock;
    private readonly StockLedgerOptions _options;
    private readonly Channel<Command> _queue;
    private readonly BatchEncoder _encoder = new();
    private readonly TextCache _texts = new();
    private readonly List<Command> _commands = [];
    private readonly List<Entry> _entries = [];
    private readonly CancellationTokenSource _abandon = new();
    private byte[] _hash = new byte[32];
    private bool _mustCatchUp;
    private bool _isRefused;
    private int _lastBatch;
    private TimeSpan _lastAppend;
    private Task _loop = Task.CompletedTask;

    public ShardWriter(IStockStore store, IClock clock, StockLedgerOptions options)
    {
        _store = store;
        _clock = clock;
        _options = options;
        _queue = System.Threading.Channels.Channel.CreateBounded<Command>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    }

    public StockState State { get; } = new();

    // Held while the state is changed or looked at; never across I/O.
    public Lock Gate { get; } = new();

    public Exception? LastFailure { get; private set; }

    public int Waiting => _queue.Reader.Count;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        State.Undo.IsOn = true;
        _loop = Task.Run(RunAsync, CancellationToken.None);
    }

    // Snapshot and what came after it.
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await _store.ReadSnapshotAsync(_options.Shard, cancellationToken) is { } snapshot)
        {
            Snapshots.Read(snapshot, State, _texts);
            await LoadAnswersAsync(snapshot.Sequence, cancellationToken);
            IReadOnlyList<StoredBatchHash> hashes = await _store.ReadHashesAsync(_options.Shard, snapshot.Sequence - 1, 1, cancellationToken);
            _hash = hashes.Count > 0 ? hashes[0].Hash.ToArray() : _hash;
        }

        await CatchUpAsync(cancellationToken);
        State.Publish();
    }

    public bool TryPost(Command command) => _queue.Writer.TryWrite(command);

    public async ValueTask<bool> PostAsync(Command command, CancellationToken cancellationToken)
    {
        while (!_queue.Writer.TryWrite(command))
        {
            if (!await _queue.Writer.WaitToWriteAsync(cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    // Takes no more requests, finishes those that wait.
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        try
        {
            await _loop.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await _abandon.CancelAsync();
            throw;
        }
    }

    public void Dispose() => _abandon.Dispose();

    private async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            _commands.Clear();
            Collect();
            try
            {
                await ProcessAsync();
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // A defect of the core must not leave callers waiting for ever, nor memory ahead of the log.
                LastFailure = failure;
                RefuseAll(new Indeterminate($"The writer failed: {failure.Message}"));
                lock (Gate)
                {
                    State.Undo.Revert(State);
                }

                _mustCatchUp = true;
            }

            foreach (Command command in _commands)
            {
                command.Complete();
            }
        }
    }

    private void Collect()
    {
        long started = 0;
        while (_commands.Count < _options.MaximumBatch)
        {
            if (_queue.Reader.TryRead(out Command? command))
            {
                _commands.Add(command);
                continue;
            }

            // Callers of the last batch are on their way back with their next request: one flush for all of them is worth a wait shorter than the flush.
            if (_commands.Count >= _lastBatch * 3 / 4 || _options.Linger <= Duration.Zero || _lastAppend <= _options.Linger.ToTimeSpan() / 4)
            {
                break;
            }

            started = started == 0 ? Stopwatch.GetTimestamp() : started;
            if (Stopwatch.GetElapsedTime(started) >= _options.Linger.ToTimeSpan())
            {
                break;
            }

            Thread.Yield();
        }

        _lastBatch = _commands.Count;
    }

    private async Task ProcessAsync()
    {
        int failures = 0;
        _mustCatchUp |= _commands.Exists(c => c is RefreshCommand);
        for (int attempt = 1; ; attempt++)
        {
            if (_mustCatchUp && !await TryCatchUpAsync())
            {
                RefuseAll(new Indeterminate($"The store does not answer: {LastFailure!.Message}"));
                return;
            }

            long expected;
            lock (Gate)
            {
                expected = State.Sequence;
                Decide();
            }

            if (_entries.Count == 0)
            {
                Settle();
                return;
            }

            StockBatch batch = _encoder.Encode(_options.Shard, expected, _entries, _hash);
            AppendOutcome? outcome = null;
            long asked = Stopwatch.GetTimestamp();
            try
            {
                outcome = await _store.AppendAsync(batch, _abandon.Token);
            }
            catch (Exception failure) when (failure is EcomOpsException or OperationCanceledException or IOException or TimeoutException)
            {
                LastFailure = failure;
            }

            _lastAppend = Stopwatch.GetElapsedTime(asked);
            if (outcome is Appended)
            {
                _hash = batch.Hash.ToArray();
                LastFailure = null;
                _isRefused = false;
                Settle();
                return;
            }

            lock (Gate)
            {
                State.Undo.Revert(State);
                State.Sequence = expected;
                State.Publish();
            }

            if (outcome is AppendRefused refused)
            {
                LastFailure = new EcomOpsException(refused.Code, refused.Message);
                _isRefused = true;
                RefuseAll(new NotStored(refused.Code, refused.Message));
                return;
            }

            // After a conflict, and after a failure that may or may not have stored the batch, the log decides.
            _mustCatchUp = true;
            failures += outcome is null ? 1 : 0;
            if (failures >= 3 || attempt >= _options.MaximumAttempts)
            {
                RefuseAll(outcome is null
                    ? new Indeterminate($"The store does not answer: {LastFailure!.Message}")
                    : new Busy());
                return;
            }
        }
    }

    private void Decide()
    {
        _entries.Clear();
        Instant clock = Instant.FromUnixTimeTicks(_clock.GetCurrentInstant().ToUnixTimeTicks());
        Instant now = Instant.Max(clock, State.RecordedAt);
        Expiry.Sweep(State, now, _entries);
        foreach (Command command in _commands)
        {
            command.Step(State, now, _entries);
        }
    }

    // What was decided is durable now: readers may see it.
    private void Settle()
    {
        lock (Gate)
        {
            State.Undo.Clear();
            State.Publish();
            foreach (Command command in _commands)
            {
                (command as SnapshotCommand)?.Take(State);
            }
        }
    }

    private void RefuseAll(StockRefusal refusal)
    {
        foreach (Command command in _commands)
        {
            command.Refuse(refusal);
        }
    }

    private async Task<bool> TryCatchUpAsync()
    {
        try
        {
            await CatchUpAsync(_abandon.Token);

            // A store that reads again is back, unless it has said that it takes no more: else a host without traffic would stay unhealthy for ever.
            LastFailure = _isRefused ? LastFailure : null;
            return true;
        }
        catch (Exception failure) when (failure is EcomOpsException or OperationCanceledException or IOException or TimeoutException)
        {
            LastFailure = failure;
            return false;
        }
    }

    // Folds what the log holds beyond the state.
    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            IReadOnlyList<StoredEntry> page = await _store.ReadAsync(_options.Shard, State.Sequence, PageSize, cancellationToken);
            if (page.Count == 0)
            {
                break;
            }

            lock (Gate)
            {
                bool undo = State.Undo.IsOn;
                State.Undo.IsOn = false;
                foreach (StoredEntry stored in page)
                {
                    Entry entry = EntryCodec.Read(stored, _texts);
                    State.Apply(entry);
                }

                State.Undo.IsOn = undo;
                State.Publish();
            }
        }

        IReadOnlyList<StoredBatchHash> last = State.Sequence == 0 ? [] : await _store.ReadHashesAsync(_options.Shard, State.Sequence - 1, 1, cancellationToken);
        if (last.Count > 0)
        {
            _hash = last[0].Hash.ToArray();
        }

        _mustCatchUp = false;
    }

    private async Task LoadAnswersAsync(long through, CancellationToken cancellationToken)
    {
        long after = 0;
        while (true)
        {
            IReadOnlyList<StoredEntry> page = await _store.ReadKeyedAsync(_options.Shard, after, through, PageSize, cancellationToken);
            if (page.Count == 0)
            {
                return;
            }

            foreach (StoredEntry stored in page)
            {
                Entry entry = EntryCodec.Read(stored, _texts);
                State.Ids.Slot(stored.Key!).Answer = entry;
            }

            after = page[^1].Sequence;
        }
    }
}
