using System.Runtime.InteropServices;

namespace EcomOps.Analytics.Metrics.Internal;

/// <summary>One pass over the orders and refunds of a period, summed by product.</summary>
internal sealed class ProductSum
{
    private readonly Dictionary<string, Sums> _sums = new(StringComparer.Ordinal);

    public static IReadOnlyList<ProductTotals> Of(FactTable table, ReportPeriod period)
    {
        var pass = new ProductSum();
        foreach (PlacedOrder placed in table.Orders.Of(period))
        {
            pass.Add(placed.Order);
        }

        foreach (BookedRefund booked in table.Refunds.Of(period))
        {
            ref Sums sums = ref CollectionsMarshal.GetValueRefOrAddDefault(pass._sums, booked.Refund.Sku, out _);
            sums.Returned += booked.Refund.Quantity;
            sums.Returns += booked.Refund.Value.Amount;
        }

        return [.. pass._sums.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new ProductTotals(p.Key, p.Value.Orders, p.Value.Units, p.Value.Gross, p.Value.Returned, p.Value.Returns))];
    }

    private void Add(OrderFact order)
    {
        foreach (OrderLineFact line in order.Lines)
        {
            ref Sums sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, line.Sku, out _);
            sums.Units += line.Quantity;
            sums.Gross += (line.UnitPrice.Amount * line.Quantity) - (line.Discount?.Amount ?? 0);
            if (!ReferenceEquals(sums.Last, order))
            {
                sums.Orders++;
                sums.Last = order;
            }
        }
    }

    private struct Sums
    {
        public long Orders;
        public long Units;
        public long Returned;
        public decimal Gross;
        public decimal Returns;
        public OrderFact? Last;
    }
}
