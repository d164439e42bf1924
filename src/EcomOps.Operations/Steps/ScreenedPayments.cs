using EcomOps.Operations.History;
using EcomOps.Payments.Fraud;
using EcomOps.Payments.Orchestration;

namespace EcomOps.Operations.Steps;

/// <summary>One of the newest orders, screened and then paid; not paid when screening blocked it or no gateway was given.</summary>
internal sealed record ScreenedPayment(ShopOrder Order, FraudDecision Screening, PaymentOutcome? Outcome);

/// <summary>What screening and the gateways said about the newest orders.</summary>
/// <param name="Payments">The newest orders, oldest first.</param>
/// <param name="Gateways">Ids of the gateways that were asked, the primary first; empty when none was given.</param>
internal sealed record ScreenedPayments(IReadOnlyList<ScreenedPayment> Payments, IReadOnlyList<string> Gateways);
