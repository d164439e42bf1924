namespace EcomOps.Catalog.Markup.Internal;

internal static class OfferMarkup
{
    public static SchemaObject Shipping(ShippingOffer offer)
    {
        SchemaObject details = new SchemaObject("OfferShippingDetails")
            .Set("shippingDestination", new SchemaObject("DefinedRegion").Set("addressCountry", offer.Country.Value))
            .Set("shippingRate", new SchemaObject("MonetaryAmount").Set("value", MarkupText.Amount(offer.Rate)).Set("currency", offer.Rate.Currency.Code));
        SchemaObject time = new SchemaObject("ShippingDeliveryTime").Set("handlingTime", Days(offer.HandlingDays)).Set("transitTime", Days(offer.TransitDays));
        return details.Set("deliveryTime", time.Members.Count > 0 ? time : null);
    }

    public static SchemaObject? Returns(ReturnPolicy? policy)
    {
        if (policy is null)
        {
            return null;
        }

        SchemaObject node = new SchemaObject("MerchantReturnPolicy")
            .Set("applicableCountry", policy.Country.Value)
            .Set("returnPolicyCategory", "https://schema.org/" + policy.Days switch
            {
                null => "MerchantReturnUnlimitedWindow",
                0 => "MerchantReturnNotPermitted",
                _ => "MerchantReturnFiniteReturnWindow",
            });
        if (policy.Days is 0)
        {
            return node;
        }

        return node.Set("merchantReturnDays", policy.Days)
            .Set("returnMethod", "https://schema.org/ReturnByMail")
            .Set("returnFees", policy.IsFree switch
            {
                true => "https://schema.org/FreeReturn",
                false => "https://schema.org/ReturnFeesCustomerResponsibility",
                null => null,
            });
    }

    private static SchemaObject? Days((int Fewest, int Most)? days) => days is { } range
        ? new SchemaObject("QuantitativeValue").Set("minValue", (decimal)range.Fewest).Set("maxValue", (decimal)range.Most).Set("unitCode", "DAY")
        : null;
}
