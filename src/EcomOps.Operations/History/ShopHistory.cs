using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>Everything that is known of a shop's past, whether a file or a simulator told it: the one input of the operations run.</summary>
/// <remarks>
/// Lists that the source cannot fill are empty and named in <see cref="Gaps"/>; nothing in here is guessed. Orders and returns
/// have passed the exclusion rules that concern products (see <see cref="ImportSummary.Excluded"/>). Immutable and thread-safe.
/// </remarks>
public sealed record ShopHistory
{
    /// <summary>The shop's name for titles.</summary>
    public required string Name { get; init; }

    /// <summary>Where the history came from, in words ("online-retail.csv.gz", "simulated shop, seed 7").</summary>
    public required string Source { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The zone in which the shop's days begin.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>First day with orders.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last day with orders.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>What reading the source gave: rows read, accepted, rejected and excluded by rule.</summary>
    public required ImportSummary Import { get; init; }

    /// <summary>Orders with at least one product line, by time and then id.</summary>
    public required IReadOnlyList<ShopOrder> Orders { get; init; }

    /// <summary>Lines that came back or were cancelled, by time.</summary>
    public IReadOnlyList<ReturnedLine> Returns { get; init; } = [];

    /// <summary>Products that were ever sold or are offered, by SKU.</summary>
    public required IReadOnlyList<ShopProduct> Products { get; init; }

    /// <summary>Known customers, by id.</summary>
    public IReadOnlyList<ShopCustomer> Customers { get; init; } = [];

    /// <summary>Places that ship, in order of preference.</summary>
    public IReadOnlyList<FulfilmentSite> Sites { get; init; } = [];

    /// <summary>Suppliers, by id.</summary>
    public IReadOnlyList<ShopSupplier> Suppliers { get; init; } = [];

    /// <summary>Goods that arrived, by time; with the orders they give the stock of every day.</summary>
    public IReadOnlyList<GoodsReceipt> Receipts { get; init; } = [];

    /// <summary>Purchase orders still open at <see cref="Until"/>.</summary>
    public IReadOnlyList<OpenPurchaseOrder> OpenPurchaseOrders { get; init; } = [];

    /// <summary>Attempts to pay, by time.</summary>
    public IReadOnlyList<PaymentAttemptRecord> PaymentAttempts { get; init; } = [];

    /// <summary>Visits of the web shop, by time.</summary>
    public IReadOnlyList<WebSession> Sessions { get; init; } = [];

    /// <summary>Spend on acquisition, by day and channel.</summary>
    public IReadOnlyList<MarketingSpend> Spend { get; init; } = [];

    /// <summary>Promotions that ran.</summary>
    public IReadOnlyList<PromotionRecord> Promotions { get; init; } = [];

    /// <summary>Experiments that ran; <see cref="WebSession.Variants"/> says who saw what.</summary>
    public IReadOnlyList<ExperimentRecord> Experiments { get; init; } = [];

    /// <summary>What the source does not hold and which artefact misses it.</summary>
    public IReadOnlyList<DataGap> Gaps { get; init; } = [];

    /// <summary>What settings supply in place of data; artefacts that use one name it.</summary>
    public IReadOnlyList<SourceAssumption> Assumptions { get; init; } = [];
}
