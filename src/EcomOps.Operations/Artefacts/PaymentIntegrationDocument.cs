using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Settings;
using EcomOps.Operations.Steps;
using EcomOps.Payments.Fraud;
using EcomOps.Payments.Orchestration;
using EcomOps.Payments.Pci;
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
            new Heading(2, "Newest orders through the gateways"),
            .. Paid(results),
            new Heading(2, "Fraud rules in force"),
            .. Fraud(results),
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

    private static IEnumerable<Block> Paid(RunResults results)
    {
        if (results.Screened.Gateways.Count == 0)
        {
            yield return new Paragraph("No gateway was given to the run, so nothing was paid.");
            yield break;
        }

        ScreenedPayment[] asked = [.. results.Screened.Payments.Where(p => p.Outcome is not null)];
        Dictionary<string, string> names = results.Settings.Gateways.ToDictionary(g => g.Id, g => g.Name, StringComparer.Ordinal);
        int byPrimary = asked.Count(p => p.Outcome is Captured c && c.Attempt.GatewayId == results.Screened.Gateways[0]);
        int byFallback = asked.Count(p => p.Outcome is Captured c && c.Attempt.GatewayId != results.Screened.Gateways[0]);
        yield return new Callout(Severity.Info, "These payments ran through gateways given to the run (simulators or sandboxes). They show that fallback works; their decline rates say nothing about your gateways.");
        yield return new Paragraph(
            $"{Count(asked.Length, "order")} of the newest {Number(results.Screened.Payments.Count)} were sent to {names.GetValueOrDefault(results.Screened.Gateways[0], results.Screened.Gateways[0])}: {Number(byPrimary)} were captured there and **{Number(byFallback)} by the fallback**; {Number(asked.Count(p => p.Outcome is Declined))} were declined, {Number(asked.Count(p => p.Outcome is OutcomeUnknown))} are unknown and wait for the gateway's word, {Number(asked.Count(p => p.Outcome is not (Captured or Declined or OutcomeUnknown)))} ended otherwise. No order was charged twice.");
        yield return Table("Attempts by gateway", "Gateway|Attempts#|Captured#|Declined#|Other#", asked.SelectMany(p => p.Outcome!.Payment.Attempts).GroupBy(a => a.GatewayId, StringComparer.Ordinal).OrderBy(g => results.Screened.Gateways.ToList().IndexOf(g.Key)).Select(g => (IReadOnlyList<string>)
            [names.GetValueOrDefault(g.Key, g.Key), Number(g.Count()), Number(g.Count(a => a.State == AttemptState.Captured)), Number(g.Count(a => a.State == AttemptState.Declined)), Number(g.Count(a => a.State is not (AttemptState.Captured or AttemptState.Declined)))]));
        yield return new Paragraph("Fallback routing: gateways are asked in their order, leaving out those that do not take method or currency and those whose circuit is open after failures in a row. A decline goes to the next gateway only where its class allows it (issuer unavailable, do not honour); hard declines, wrong data and suspicion of fraud do not. An unknown outcome is never followed by another charge.");
    }

    private static IEnumerable<Block> Fraud(RunResults results)
    {
        FraudThresholds limits = results.Settings.Fraud;
        yield return new Paragraph($"Points of all rules that apply are added up to a score from 0 to 100. From {limits.Challenge} the customer must authenticate, from {limits.Review} a person looks at the order, from {limits.Reject} it is refused.");
        foreach (Block gap in Gaps.Of(results.History, "Risk"))
        {
            yield return gap;
        }

        yield return Table($"The newest {Number(results.Screened.Payments.Count)} orders", "Decision|Orders#|Most frequent reasons", results.Screened.Payments.GroupBy(p => p.Screening.Action).OrderBy(g => g.Key).Select(g => (IReadOnlyList<string>)
        [
            g.Key switch { FraudAction.Allow => "go on", FraudAction.Challenge => "authenticate", FraudAction.Review => "review", _ => "refuse" }, Number(g.Count()),
            Enumerate([.. g.SelectMany(p => p.Screening.Reasons).Where(r => r.Points > 0).GroupBy(r => r.Reason, StringComparer.Ordinal).OrderByDescending(r => r.Count()).ThenBy(r => r.Key, StringComparer.Ordinal).Take(3).Select(r => $"{r.Key.TrimEnd('.')} ({r.Count()})")]),
        ]));
        foreach (Block block in RuleWording.Sentences(FraudRules.Default))
        {
            yield return block;
        }
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
        new Paragraph("No card number reaches our systems: card data go from the customer's browser to the gateway's own fields, we receive a token, and no type of EcomOps.Payments can hold a card number. The acquirer decides which questionnaire applies."),
        Table("Duties under SAQ A", "Topic|Requirement|What to do or show|What the packages do", PciNotes.SaqA.Select(n => (IReadOnlyList<string>)[n.Topic, n.Requirement.Length == 0 ? None : n.Requirement, n.Duty, n.Support.Length == 0 ? None : n.Support])),
    ];
}
