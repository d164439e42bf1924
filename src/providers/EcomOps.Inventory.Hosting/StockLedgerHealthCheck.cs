using EcomOps.Inventory.DependencyInjection;
using EcomOps.Inventory.Ledger;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace EcomOps.Inventory.Hosting;

/// <summary>Health of the stock ledger: healthy, degraded when its queue is nearly full, unhealthy when it is not open or its store is gone.</summary>
/// <remarks>Each check makes the writer read the tail of its log, so that a store that went away without a command is noticed too. Thread-safe.</remarks>
public sealed class StockLedgerHealthCheck : IHealthCheck
{
    private readonly StockLedgerSource _source;
    private readonly StockLedgerHealthOptions _options;
    private readonly TimeProvider _time;

    /// <summary>A check of one ledger.</summary>
    /// <param name="source">Where the ledger is opened.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="time">Clock of the time limit; null for the system's.</param>
    public StockLedgerHealthCheck(StockLedgerSource source, IOptions<StockLedgerHealthOptions> options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        (_source, _options, _time) = (source, options.Value, time ?? TimeProvider.System);
    }

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        HealthStatus worst = context.Registration.FailureStatus;
        if (_source.Current is not { } ledger)
        {
            return new(worst, "The stock ledger is not open: the host is starting or stopping.");
        }

        StockHealth before = ledger.Health();
        bool answered = await AnswersAsync(ledger, cancellationToken).ConfigureAwait(false);
        StockHealth health = ledger.Health();
        var data = new Dictionary<string, object> { ["sequence"] = health.Sequence, ["waiting"] = before.Waiting, ["capacity"] = health.Capacity };
        return health.LastFailure is { } failure ? new(worst, $"The stock store fails: {failure}", data: data)
            : !answered ? new(worst, $"The stock store did not answer within {_options.AnswerWithin.TotalSeconds:0.###} s.", data: data)
            : before.Waiting >= _options.NearlyFull * before.Capacity ? HealthCheckResult.Degraded($"{before.Waiting} of {before.Capacity} commands wait; callers are soon answered Busy.", data: data)
            : HealthCheckResult.Healthy($"Sequence {health.Sequence}.", data);
    }

    private async Task<bool> AnswersAsync(StockLedger ledger, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.AnswerWithin.ToTimeSpan(), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await ledger.RefreshAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
