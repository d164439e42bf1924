using EcomOps.Core;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Payments.Fraud;

/// <summary>What fraud rules may know of an order at checkout; no card number, no address.</summary>
/// <param name="Amount">Amount in the shop's base currency.</param>
/// <remarks>Immutable and thread-safe. What is unknown is null, and a rule about it does not apply. Velocities count what happened before this order.</remarks>
public sealed record FraudFacts(Money Amount) : IFacts<FraudFacts>
{
    /// <summary>Kind of payment method ("card").</summary>
    public string Method { get; init; } = "card";

    /// <summary>Country of the card's issuer.</summary>
    public CountryCode? CardCountry { get; init; }

    /// <summary>Country of the network address.</summary>
    public CountryCode? IpCountry { get; init; }

    /// <summary>Country of destination.</summary>
    public CountryCode? ShippingCountry { get; init; }

    /// <summary>Whether billing and shipping address are the same.</summary>
    public bool? BillingMatchesShipping { get; init; }

    /// <summary>Whether the issuer confirmed the address.</summary>
    public bool? AddressCheckPassed { get; init; }

    /// <summary>Whether the issuer confirmed the security code.</summary>
    public bool? SecurityCodePassed { get; init; }

    /// <summary>Whether the network address hides who is behind it.</summary>
    public bool? AnonymousIp { get; init; }

    /// <summary>Days since the customer's account was made, 0 or more; null for a guest.</summary>
    public int? AccountAge { get; init; }

    /// <summary>Orders of the customer that were paid before, 0 or more.</summary>
    public int PaidOrdersBefore { get; init; }

    /// <summary>Payments of the customer that were charged back before, 0 or more.</summary>
    public int ChargebacksBefore { get; init; }

    /// <summary>Units in the order, 1 or more.</summary>
    public long Items { get; init; } = 1;

    /// <summary>Whether something in the order is delivered at once (download, gift card).</summary>
    public bool DigitalGoods { get; init; }

    /// <summary>Attempts with the same card in the hour before, 0 or more.</summary>
    public int? AttemptsPerCard1h { get; init; }

    /// <summary>Declines of the same card in the 24 hours before, 0 or more.</summary>
    public int? DeclinesPerCard24h { get; init; }

    /// <summary>Different cards from the same network address in the hour before, 0 or more.</summary>
    public int? CardsPerIp1h { get; init; }

    /// <summary>The published vocabulary <c>ecomops.fraud/1</c>.</summary>
    public static Vocabulary<FraudFacts> Vocabulary { get; } = EcomOps.Rules.Vocabularies.Vocabulary.Of<FraudFacts>("ecomops.fraud")
        .Titled("Fraud screening: an order at checkout")
        .Decimal("payment.amountInBase", f => f.Amount.Amount, "the amount", scale: 2).WithRange(0m, null)
        .Text("payment.method", f => f.Method, "the payment method")
        .Bool("instrument.securityCodePassed", f => f.SecurityCodePassed, "the security code was confirmed")
        .Bool("instrument.addressCheckPassed", f => f.AddressCheckPassed, "the address was confirmed")
        .Text("instrument.country", f => f.CardCountry?.Value, "the card's country", optional: true)
        .Bool("order.billingMatchesShipping", f => f.BillingMatchesShipping, "billing and shipping address are the same")
        .Text("order.shippingCountry", f => f.ShippingCountry?.Value, "the country of destination", optional: true)
        .Int("order.items", f => f.Items, "the number of units").WithRange(1L, null)
        .Bool("order.digitalGoods", f => f.DigitalGoods, "the order holds digital goods")
        .Text("session.ipCountry", f => f.IpCountry?.Value, "the country of the network address", optional: true)
        .Bool("session.anonymousIp", f => f.AnonymousIp, "the network address is anonymous")
        .Bool("mismatch.ipAndCard", f => Differ(f.IpCountry, f.CardCountry), "network address and card are of different countries")
        .Bool("mismatch.cardAndShipping", f => Differ(f.CardCountry, f.ShippingCountry), "card and destination are of different countries")
        .Int("customer.accountAge", f => (long?)f.AccountAge, "the age of the account", "days").WithRange(0L, null)
        .Int("customer.paidOrdersBefore", f => (long)f.PaidOrdersBefore, "the number of orders paid before").WithRange(0L, null)
        .Int("customer.chargebacksBefore", f => (long)f.ChargebacksBefore, "the number of chargebacks before").WithRange(0L, null)
        .Int("velocity.attemptsPerCard1h", f => (long?)f.AttemptsPerCard1h, "the attempts with the card within 1 hour").WithRange(0L, null)
        .Int("velocity.declinesPerCard24h", f => (long?)f.DeclinesPerCard24h, "the declines of the card within 24 hours").WithRange(0L, null)
        .Int("velocity.cardsPerIp1h", f => (long?)f.CardsPerIp1h, "the cards from the network address within 1 hour").WithRange(0L, null)
        .Build();

    private static bool? Differ(CountryCode? left, CountryCode? right) => left is { } a && right is { } b ? a != b : null;
}
