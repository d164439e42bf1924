using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 4: which site ships what, what is promised, and how the newest orders were routed.</summary>
internal static class OrderRoutingDocument
{
    internal static Document Build(RunResults results) => new(
        "04-order-routing",
        "Order routing and fulfilment SLAs",
        "Sites, the routing rules in force, what each shipping tier promises in each region and how well it was kept, and the routing of the newest orders.",
        [
            new Heading(2, "Sites"),
            .. Sites(results),
            new Heading(2, "SLAs by shipping tier and region"),
            .. Promises(results),
            new Heading(2, "How the promises were kept"),
            .. FulfilmentBlocks.Month(results),
        ]);

    private static IEnumerable<Block> Sites(RunResults results)
    {
        if (results.History.Sites.Count == 0)
        {
            yield return Gaps.Missing(results.History, "Sites", "No fulfilment site is known, so orders cannot be routed.", "List the sites under `sites` in `store.yaml`.");
            yield break;
        }

        yield return Table("Sites in order of preference", "Site|Country|Cut-off|Orders a day#|Handling an order#|Share of stock#", results.History.Sites.Select(s => (IReadOnlyList<string>)
            [$"{s.Name} ({s.Id})", s.Country.Value, $"{s.CutOff:HH':'mm} {s.Zone.Id}", Number(s.OrdersPerDay), Money(s.HandlingCost), Percent((double)s.StockShare, 0)]));
    }

    private static IEnumerable<Block> Promises(RunResults results)
    {
        IReadOnlyList<ShippingTierSettings> tiers = results.Settings.Shipping;
        if (tiers.Count == 0)
        {
            yield return new Callout(Severity.Warning, "**Not in the settings: shipping tiers.** Nothing is promised to customers. List tiers by region under `shipping` in `store.yaml`.");
            yield break;
        }

        yield return Table("What is promised, in working days from hand-over to the carrier", "Tier|Region|Countries|Days|Price#|Carrier cost#|Orders of the month#|Delivered on time#", tiers.Select(t =>
        {
            FulfilmentGroup[] groups = [.. results.Fulfilment.Groups.Where(g => g.Tier == t.Tier && Covers(t, g.Region, tiers))];
            int delivered = groups.Sum(g => g.Delivered);
            double? onTime = delivered == 0 ? null : groups.Sum(g => (g.OnTime ?? 0) * g.Delivered) / delivered;
            return (IReadOnlyList<string>)
            [
                t.Tier, t.Region, t.Countries.Count == 0 ? "all others" : string.Join(", ", t.Countries.Select(c => c.Value)),
                t.FastestDays == t.SlowestDays ? Number(t.SlowestDays) : $"{t.FastestDays} to {t.SlowestDays}", Money(t.Price), Money(t.Cost),
                groups.Length == 0 ? None : Number(groups.Sum(g => g.Shipped)), Percent(onTime),
            ];
        }));
        yield return new Paragraph("An order that arrives before the site's cut-off on a working day leaves the same day; a later one on the next working day. The promise to the customer is the day of hand-over plus the slowest days of the tier, counted in working days of the site.");
    }

    private static bool Covers(ShippingTierSettings tier, string country, IReadOnlyList<ShippingTierSettings> all) =>
        tier.Countries.Any(c => c.Value == country)
        || (tier.Countries.Count == 0 && !all.Any(t => t.Tier == tier.Tier && t.Countries.Any(c => c.Value == country)));
}
