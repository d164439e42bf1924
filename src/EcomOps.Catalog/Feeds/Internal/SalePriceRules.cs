namespace EcomOps.Catalog.Feeds.Internal;

internal static class SalePriceRules
{
    public static void Check(ItemCheck check)
    {
        if (check.Price("price") is not { } price || check.Price("sale_price") is not { } sale)
        {
            return;
        }

        if (sale.Currency != price.Currency)
        {
            check.Error("currency_mismatch", "sale_price", $"The sale price is in {sale.Currency}, the price in {price.Currency}.", sale.ToString());
        }
        else if (sale > price)
        {
            check.Error("sale_price_above_price", "sale_price", "The sale price is above the price.", sale.ToString(), $"at most {price}");
        }
    }
}
