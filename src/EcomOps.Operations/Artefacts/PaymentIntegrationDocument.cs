using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Settings;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 5: how payments are taken, screened and taxed.</summary>
internal static class PaymentIntegrationDocument
{
    internal static Document Build(RunResults results) => new(
        "05-payments",
        "Payment integration",
        "Gateways and fallback routing, fraud rules in force, tax configuration, PCI notes, and what happened when the newest orders were paid through the gateway simulator.",
        [
            new Heading(2, "Payment health of the month"),
            .. PaymentBlocks.Month(results),
            new Heading(2, "Gateways and fallback routing"),
            .. Gateways(results),
            new Heading(2, "Tax configuration"),
            .. Taxes(results),
            new Heading(2, "PCI notes"),
            .. Pci(),
        ]);

    private static IEnumerable<Block> Gateways(RunResults results)
    {
        IReadOnlyList<GatewaySettings> gateways = results.Settings.Gateways;
        if (gateways.Count == 0)
        {
            yield return new Callout(Severity.Warning, "**Not in the settings: gateways.** No gateway is configured, so nothing can be paid. List them under `gateways` in `store.yaml`, the primary one first.");
            yield break;
        }

        yield return Table("Gateways in the order in which they are asked", "Role|Gateway|Methods|Fee", gateways.Select((g, i) => (IReadOnlyList<string>)
            [i == 0 ? "primary" : "fallback", g.Name, Enumerate(g.Methods), $"{Percent((double)g.FeeRate, 2)} + {Money(g.FixedFee)}"]));
    }

    private static IEnumerable<Block> Taxes(RunResults results)
    {
        IReadOnlyList<TaxRateSettings> rates = results.Settings.Taxes;
        if (rates.Count > 0)
        {
            yield return Table("Rates by destination, as `store.yaml` states them", "Country|Tax|Rate#|Goods", rates.Select(r => (IReadOnlyList<string>)[r.Country.Value, r.Name, Percent((double)r.Rate, 2), r.Category ?? "all others"]));
        }

        var configured = rates.Select(r => r.Country).ToHashSet();
        var missing =
            (from order in results.History.Orders
             where order.Country is null || !configured.Contains(order.Country.Value)
             group order by order.CountryName ?? order.Country?.Value ?? "unknown" into g
             let gross = g.Aggregate(0m, (sum, o) => sum + o.Lines.Sum(l => l.Value.Amount))
             orderby gross descending, g.Key
             select (Country: g.Key, Orders: g.Count(), Gross: new Money(gross, results.History.Currency))).ToArray();
        if (missing.Length == 0)
        {
            yield return new Paragraph("Every destination of the history has a rate.");
            yield break;
        }

        yield return new Callout(Severity.Warning, $"**{Count(missing.Length, "destination")} without a rate.** No tax is worked out for them and none is guessed. Decide with a tax adviser and add them under `taxes` in `store.yaml`.");
        yield return Table("Destinations without a rate, by gross revenue of the history", "Country|Orders#|Gross revenue#", missing.Take(15).Select(m => (IReadOnlyList<string>)[m.Country, Number(m.Orders), Money(m.Gross)]));
    }

    private static IEnumerable<Block> Pci() =>
    [
        new BulletList(
        [
            "**No card number in our systems.** Card data go from the customer's browser to the gateway's own fields; we receive a token. No type of EcomOps.Payments can hold a card number.",
            "**What that leaves.** With hosted fields or a redirect on every payment page, a merchant usually falls under self-assessment questionnaire SAQ A; the acquirer decides. Scripts on the payment page are listed, justified and watched for change.",
            "**Logs and exceptions** hold order numbers, gateway ids and decline codes; never tokens, keys or personal data.",
            "**Keys** of gateways come from the host's secret store, one per environment, and are rotated; webhooks accept the old and the new secret during a rotation.",
            "**Idempotency.** Each operation carries a key made of order, attempt and operation number, so that a repeated call has one effect.",
            "**Unknown outcomes** are never resolved by a timer: only the gateway's own answer, a webhook or a lookup by our reference ends them.",
        ]),
    ];
}
