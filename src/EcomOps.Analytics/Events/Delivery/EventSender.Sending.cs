using EcomOps.Analytics.Events.Delivery.Internal;
using NodaTime;

namespace EcomOps.Analytics.Events.Delivery;

public sealed partial class EventSender
{
    private readonly SemaphoreSlim _stepping = new(1, 1);
    private readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>Sends everything that is due, without waiting for what is due later.</summary>
    /// <param name="cancellationToken">Gives up; what was under way is put back and sent again with the same ids.</param>
    /// <returns>When the next batch is due; null when nothing waits.</returns>
    public async Task<Instant?> StepAsync(CancellationToken cancellationToken = default)
    {
        await _stepping.WaitAsync(cancellationToken);
        try
        {
            await Task.WhenAll(_lanes.Select(lane => StepAsync(lane, cancellationToken)));
        }
        finally
        {
            _stepping.Release();
        }

        lock (_lock)
        {
            return _lanes.Min(l => l.Due(_isClosed));
        }
    }

    /// <summary>Sends until it is cancelled, woken by offers and timers. Returns without an exception.</summary>
    /// <param name="cancellationToken">Stops; then call <see cref="DrainAsync"/>.</param>
    /// <returns>A task that ends with the cancellation.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await PauseAsync(await StepAsync(cancellationToken), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Takes no more offers and sends what is queued, with all attempts that the options allow.</summary>
    /// <param name="cancellationToken">End of the grace time; what is then left is counted as queued.</param>
    /// <returns>Where the events are. Events that wait for consent are not sent.</returns>
    public async Task<IReadOnlyList<SenderReport>> DrainAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _isClosed = true;
        }

        try
        {
            while (await StepAsync(cancellationToken) is { } due)
            {
                await PauseAsync(due, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }

        return Report();
    }

    private async Task StepAsync(SinkLane lane, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            EventBatch? batch;
            lock (_lock)
            {
                batch = lane.Begin(_clock.GetCurrentInstant(), _isClosed);
            }

            if (batch is null)
            {
                return;
            }

            SinkAnswer? answer = null;
            try
            {
                answer = await lane.Sink.SendAsync(batch, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception failure)
            {
                // The text of a foreign exception may hold an address with its secret.
                answer = new SinkAnswer.TryAgain(failure.GetType().Name);
            }
            finally
            {
                lock (_lock)
                {
                    if (answer is null)
                    {
                        lane.Abandon();
                    }
                    else
                    {
                        lane.End(answer, _clock.GetCurrentInstant());
                    }
                }
            }
        }
    }

    private async Task PauseAsync(Instant? due, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        TimeSpan wait = due is { } at && at > _clock.GetCurrentInstant() ? (at - _clock.GetCurrentInstant()).ToTimeSpan() : due is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;
        Task timer = Task.Delay(wait, _time, over.Token), wake = _wake.WaitAsync(over.Token);
        await Task.WhenAny(timer, wake);
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Wake()
    {
        lock (_lock)
        {
            if (_wake.CurrentCount == 0)
            {
                _wake.Release();
            }
        }
    }
}
