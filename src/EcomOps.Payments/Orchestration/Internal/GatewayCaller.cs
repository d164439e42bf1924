using EcomOps.Payments.Gateways;
using EcomOps.Payments.Health;
using NodaTime;

namespace EcomOps.Payments.Orchestration.Internal;

// Calls gateways with a time-out; whatever is thrown becomes an outcome, because money may have moved all the same. Only the caller's own cancellation goes through.
internal sealed class GatewayCaller(GatewayHealth health, IClock clock, TimeProvider time, Duration timeout)
{
    public async ValueTask<GatewayOutcome> CallAsync(IPaymentGateway gateway, Func<IPaymentGateway, CancellationToken, ValueTask<GatewayOutcome>> call, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(timeout.ToTimeSpan(), time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        GatewayOutcome outcome;
        try
        {
            outcome = await call(gateway, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            outcome = new GatewayUnknown("timeout");
        }
#pragma warning disable CA1031 // An unexpected failure of an adapter must not lose the fact that a call was sent.
        catch (Exception)
#pragma warning restore CA1031
        {
            outcome = new GatewayUnknown("gateway_error");
        }

        health.Report(gateway.Id, outcome is not (GatewayUnknown or GatewayRejected), clock.GetCurrentInstant());
        return outcome;
    }

    // A look-up moves no money: when it fails, the answer is that nothing new is known.
    public async ValueTask<GatewayOutcome?> FindAsync(IPaymentGateway gateway, string key, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(timeout.ToTimeSpan(), time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await gateway.FindByReferenceAsync(key, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031
        catch (Exception)
#pragma warning restore CA1031
        {
            return new GatewayUnknown("lookup_failed");
        }
    }
}
