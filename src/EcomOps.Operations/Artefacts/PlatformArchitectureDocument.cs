using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 1: the parts of the platform as this run used them, and what each integration must keep to.</summary>
internal static class PlatformArchitectureDocument
{
    internal static Document Build(RunResults results)
    {
        ShopHistory history = results.History;
        return new("01-platform-architecture", "Platform architecture", $"How {history.Name} runs on EcommerceOps: the parts, what flows between them in this run, and the contract of every integration.",
        [
            new Heading(2, "System"),
            System(history),
            new Paragraph("The five domain packages never reference each other. Operations connects them: what one needs of another crosses as a small record or interface that the consumer owns, so each can be taken, replaced or tested alone."),
            Parts(results),
            new Heading(2, "What is connected in this run"),
            Connected(history),
            .. history.Gaps.Select(Gaps.Callout),
            new Heading(2, "Integration contracts"),
            new Paragraph("A host connects a vendor by implementing a port. What each side must keep to:"),
            Contracts(),
            new Heading(2, "How failures are handled"),
            new BulletList(
            [
                "**A file with bad rows**: the row goes to `rejected.csv` with line, code and remedy; the run goes on. Rows left out by a named rule are counted by rule.",
                "**A payment answer that never came**: the attempt stays *unknown* until the gateway itself says what happened; no second gateway is asked meanwhile, so nobody is charged twice.",
                "**The same command twice**: each command that changes state carries a key; the same key with the same content gives the same answer, with other content it is refused.",
                "**A run that is stopped**: every artefact is written under a temporary name and put in place when all are complete; the previous ones stay until then.",
            ]),
            new Heading(2, "Data and privacy"),
            new Paragraph("The run holds customer numbers, never names, addresses or card data. `rejected.csv` holds raw rows of the source and is to be kept as carefully as the source itself. Equal input, settings and seed give equal files, byte for byte."),
        ]);
    }

    private static Diagram System(ShopHistory history)
    {
        string[] channels = Channels(history);
        return new("system", $"Systems around {history.Name} and what flows between them",
        [
            new("Channels", channels),
            new("Order life", ["Checkout and payments", "Order routing"]),
            new("Domain", ["Catalogue", "Inventory", "Analytics"]),
            new("Partners", ["Payment gateways", "Carriers", "Suppliers", "Product feeds"]),
            new("Team", ["Operations run"]),
        ],
        [
            .. channels.Select(c => new DiagramArrow(c, "Checkout and payments", "carts")),
            new("Checkout and payments", "Payment gateways", "authorise, capture"),
            new("Checkout and payments", "Order routing", "paid orders"),
            new("Order routing", "Inventory", "stock view"),
            new("Order routing", "Carriers", "shipments"),
            new("Catalogue", "Product feeds", "feed, JSON-LD"),
            new("Inventory", "Suppliers", "purchase orders"),
            new("Analytics", "Operations run", "figures"),
            new("Inventory", "Operations run", "stock, forecast"),
        ]);
    }

    private static string[] Channels(ShopHistory history)
    {
        string[] named = [.. history.Orders.Select(o => o.Channel).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(4)];
        return named.Length > 0 ? [.. named.Select(n => $"Channel: {n}")] : ["Order export"];
    }

    private static Table Parts(RunResults results)
    {
        ShopHistory h = results.History;
        return Table("Parts and their work in this run", "Part|Package|Work in this run",
        [
            ["Import", "EcomOps.Formats", $"{Number(h.Import.Read)} rows read, {Number(h.Import.Accepted)} accepted, {Number(h.Import.Rejected)} rejected, {Number(h.Import.AlreadyKnown)} known from earlier runs"],
            ["Catalogue", "EcomOps.Catalog", $"{Count(h.Products.Count, "product")}: taxonomy, structured data, product feed"],
            ["Inventory", "EcomOps.Inventory", $"{Count(h.Receipts.Count, "goods receipt")}, {Count(h.OpenPurchaseOrders.Count, "open purchase-order line")}; ledger, forecast, safety stock, proposals"],
            ["Order routing", "EcomOps.Routing", $"{Count(h.Sites.Count, "fulfilment site")}: {Enumerate([.. h.Sites.Select(s => s.Name)])}"],
            ["Payments", "EcomOps.Payments", $"{Count(h.PaymentAttempts.Count, "recorded attempt")}; fraud rules, primary and fallback gateway"],
            ["Analytics", "EcomOps.Analytics", $"{Count(results.Sales.Orders, "order")} of {Count(results.Sales.Customers, "known customer")}, {Count(h.Sessions.Count, "visit")}"],
            ["Artefacts", "EcomOps.Operations, EcomOps.Reporting", "ten artefacts with tables for machines"],
        ]);
    }

    private static Table Connected(ShopHistory h)
    {
        static IReadOnlyList<string> Row(string what, long count, string from) => [what, count > 0 ? Number(count) : "not connected", count > 0 ? from : None];
        string source = h.Source;
        return Table("Data in this run", "Data|Records|Source",
        [
            Row("Orders", h.Orders.Count, source), Row("Return lines", h.Returns.Count, source), Row("Products", h.Products.Count, source), Row("Customers", h.Customers.Count, source),
            Row("Fulfilment sites", h.Sites.Count, SiteSource(h)), Row("Suppliers", h.Suppliers.Count, SiteSource(h)), Row("Goods receipts", h.Receipts.Count, source), Row("Payment attempts", h.PaymentAttempts.Count, source),
            Row("Visits", h.Sessions.Count, source), Row("Days and channels with acquisition spend", h.Spend.Count, source), Row("Promotions", h.Promotions.Count, source), Row("Experiments", h.Experiments.Count, source),
        ]);
    }

    private static string SiteSource(ShopHistory h) => h.Receipts.Count > 0 ? h.Source : "`store.yaml`";

    private static Table Contracts() => Table("Ports", "Integration|Direction|Carries|Key against doubles|When it fails",
    [
        ["Order export", "in", "order lines: number, SKU, quantity, time, price, customer, country", "content hash of the file and line number", "row rejected with line and remedy; the run goes on"],
        ["Product feed", "out", "Google Merchant attributes as RSS 2.0 XML", "item id", "item left out and named in the validation report"],
        ["Structured data", "out", "Schema.org Product and ProductGroup as JSON-LD", "product URL", "item left out and named in the validation report"],
        ["Stock store", "both", "receipts, sales, reservations, adjustments as movements", "reference of the movement", "append refused; nothing half-written"],
        ["Payment gateway", "both", "authorise, capture, void, refund; amounts in minor units; tokens, never card numbers", "order, attempt and operation number", "declined: fallback where the decline allows it; unknown: lookup by our reference before anything else"],
        ["Gateway webhook", "in", "signed events", "gateway and event id", "bad or old signature refused; repeated event has one effect"],
        ["Carrier", "both", "rates, labels, tracking", "order and parcel number", "other carriers' rates are used; the slow one is left out by a time limit"],
        ["Supplier", "out", "purchase orders by site and SKU", "purchase order number", "proposal stays open for a person"],
        ["Web events", "in", "visits with their furthest step, experiment variants", "event id", "repeats dropped; visits without consent are not recorded"],
        ["Acquisition spend", "in", "amount by day and channel", "day and channel", "figure shown as missing, not as zero"],
    ]);
}
