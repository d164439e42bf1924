using System.Globalization;
using EcomOps.Catalog.Products;
using EcomOps.Core;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Catalog.Markup.Internal;

internal static class MarkupText
{
    private static readonly InstantPattern Instants = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'Z'");

    public static string Amount(Money amount) => amount.Amount.ToString("F" + amount.Currency.MinorUnits, CultureInfo.InvariantCulture);

    public static string Time(Instant instant) => Instants.Format(instant);

    public static string Availability(Availability availability) => availability switch
    {
        Products.Availability.InStock => "InStock",
        Products.Availability.Limited => "LimitedAvailability",
        Products.Availability.Discontinued => "Discontinued",
        Products.Availability.PreOrder => "PreOrder",
        Products.Availability.BackOrder => "BackOrder",
        Products.Availability.InStoreOnly => "InStoreOnly",
        _ => "OutOfStock",
    };
}
