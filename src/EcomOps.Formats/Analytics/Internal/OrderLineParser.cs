using EcomOps.Core;
using EcomOps.Formats.Tables.Internal;
using NodaTime;

namespace EcomOps.Formats.Analytics.Internal;

internal sealed class OrderLineParser(Currency currency)
{
    private const decimal Largest = 1_000_000_000_000m;

    internal OrderLineRow Parse(TableCells c)
    {
        Instant at = c.Needed("date", c.Moment("date"));
        decimal? amount = c.Number("amount", -Largest);
        long? quantity = c.Units("quantity");
        decimal? price = c.Number("unit_price", -Largest);
        decimal? cost = c.Number("unit_cost"), margin = c.Number("unit_margin", -Largest);
        if (amount is null && c.Problems.Count == 0 && (quantity is null || price is null))
        {
            c.Reject("missing_amount", "The row has neither an amount nor a quantity with a unit_price; fill one in, or map the columns.");
        }

        if (c.TextOrNull("currency") is { } other && !string.Equals(other, currency.Code, StringComparison.OrdinalIgnoreCase))
        {
            c.Reject("other_currency", $"The row is in '{other}', and the file is read in {currency.Code}: amounts of two currencies are never added. Convert the row at a named rate, or read its currency by itself.");
        }

        decimal value = amount ?? (quantity * price).GetValueOrDefault();
        return new OrderLineRow(c.Line, c.TextOrNull("customer_id"), at, Money.Of(value, currency))
        {
            OrderId = c.TextOrNull("order_id"),
            Sku = c.TextOrNull("sku"),
            Quantity = quantity ?? 1,
            UnitCost = cost is { } each ? Money.Of(each, currency) : null,
            UnitMargin = margin is { } left ? Money.Of(left, currency) : null,
            Channel = c.TextOrNull("channel"),
            Category = c.TextOrNull("category"),
        };
    }
}
