using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Sales, returns and what they cost in one month. Sales lines count in the month of the line, returns in the month of the return.</summary>
internal sealed record PeriodSales(YearMonth Month, bool Complete)
{
    /// <summary>Value of the lines as sold: promotions already off, before returns.</summary>
    internal required Money Gross { get; init; }

    internal required Money Returns { get; init; }

    /// <summary>What promotions took off; null where the source does not say.</summary>
    internal Money? Discounts { get; init; }

    /// <summary>Unit cost times units sold less units returned, over products with a known cost; null when no cost is known.</summary>
    internal Money? CostOfGoods { get; init; }

    /// <summary>Net revenue of the products whose cost is known: the base of the margin.</summary>
    internal Money? NetWithCost { get; init; }

    internal Money? ShippingCharged { get; init; }

    internal Money? ShippingCost { get; init; }

    internal long Units { get; init; }

    internal long ReturnedUnits { get; init; }

    internal int Orders { get; init; }

    internal int ReturnDocuments { get; init; }

    internal int GuestOrders { get; init; }

    internal int Customers { get; init; }

    internal int NewCustomers { get; init; }

    internal Money Net => Gross - Returns;

    internal Money? GrossMargin => NetWithCost is { } net && CostOfGoods is { } cost ? net - cost : null;
}
