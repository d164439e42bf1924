using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;

namespace EcomOps.Operations.Importing.Internal;

/// <summary>An order whose lines are still being collected.</summary>
internal sealed class OrderAssembly(OrderRow first)
{
    private readonly List<ShopOrderLine> _lines = [];

    internal string? CustomerId { get; private set; }

    internal void Add(ShopOrderLine line, string? customerId)
    {
        _lines.Add(line);
        CustomerId ??= customerId;
    }

    internal ShopOrder Complete(CountrySettings? country)
    {
        _lines.TrimExcess();
        return new(first.OrderId, _lines.Min(line => line.At), _lines)
        {
            CustomerId = CustomerId,
            CountryName = first.Country,
            Country = country?.Code,
            Region = first.Region,
            Channel = first.Channel,
            ShippingTier = first.ShippingTier,
        };
    }

    internal string? CountryName => first.Country;
}
