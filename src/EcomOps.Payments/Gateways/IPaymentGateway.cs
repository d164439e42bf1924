namespace EcomOps.Payments.Gateways;

/// <summary>One merchant account at one gateway.</summary>
/// <remarks>
/// Contract. A key is executed at most once, and a repeated call with the same key and content gives the first answer. A call that may have been executed but whose answer was lost gives
/// <see cref="GatewayUnknown"/>; one that certainly was not executed gives <see cref="GatewayRejected"/>. An exception counts as unknown. Implementations are thread-safe, do not retry by
/// themselves, and keep secrets and tokens out of messages.
/// </remarks>
public interface IPaymentGateway
{
    /// <summary>Id of the account, unique among the gateways of a shop ("stripe-eu").</summary>
    string Id { get; }

    /// <summary>What it can do.</summary>
    GatewayCapabilities Capabilities { get; }

    /// <summary>Authorises an amount, and captures it if asked.</summary>
    /// <param name="request">Request.</param>
    /// <param name="cancellationToken">Ends waiting; what was sent may be executed all the same.</param>
    /// <returns>The outcome.</returns>
    ValueTask<GatewayOutcome> AuthorizeAsync(AuthorizeRequest request, CancellationToken cancellationToken);

    /// <summary>Captures an authorised amount or a part of it.</summary>
    /// <param name="request">Request.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The outcome.</returns>
    ValueTask<GatewayOutcome> CaptureAsync(FollowUpRequest request, CancellationToken cancellationToken);

    /// <summary>Gives an authorisation back before it is captured.</summary>
    /// <param name="request">Request.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The outcome.</returns>
    ValueTask<GatewayOutcome> VoidAsync(FollowUpRequest request, CancellationToken cancellationToken);

    /// <summary>Pays a captured amount or a part of it back.</summary>
    /// <param name="request">Request.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The outcome.</returns>
    ValueTask<GatewayOutcome> RefundAsync(FollowUpRequest request, CancellationToken cancellationToken);

    /// <summary>Finds what became of a key. It needs our reference only: a call that timed out never told the gateway's.</summary>
    /// <param name="idempotencyKey">Our reference of any operation.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>The outcome of the operation; null when the gateway knows nothing of it (yet).</returns>
    ValueTask<GatewayOutcome?> FindByReferenceAsync(string idempotencyKey, CancellationToken cancellationToken);
}
