using System.Runtime.InteropServices;
using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using NodaTime;
using NodaTime.TimeZones;

namespace EcomOps.Operations.Importing.Internal;

/// <summary>Sorts rows into orders, returns and items, and puts the history together.</summary>
internal sealed class HistoryAssembly
{
    private readonly StoreSettings _settings;
    private readonly RowRules _rules;
    private readonly Dictionary<string, OrderAssembly> _orders = new(StringComparer.Ordinal);
    private readonly List<ReturnedLine> _returns = [];
    private readonly Dictionary<string, ItemTally> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CountrySettings?> _countries = new(StringComparer.Ordinal);
    private (LocalDateTime Local, Instant At) _lastTime;

    internal HistoryAssembly(StoreSettings settings, IReadOnlyList<OrderRow> rows)
    {
        _settings = settings;
        _rules = new RowRules(settings);
        foreach (OrderRow row in rows)
        {
            if (_rules.IsSale(_rules.FirstMet(row)))
            {
                AddSale(row);
            }
            else if (_rules.IsReturn(row))
            {
                AddReturn(row);
            }
        }
    }

    internal ShopHistory Complete(string source, ImportSummary summary)
    {
        if (_orders.Count == 0)
        {
            throw new EcomOpsException("no_sales", $"{source} holds no row that counts as a sale; look at the column mapping and the exclusion rules of store.yaml.");
        }

        List<ShopOrder> orders = [.. _orders.Values.Select(order => order.Complete(Country(order.CountryName)))];
        orders.Sort((a, b) => a.PlacedAt.CompareTo(b.PlacedAt) is not 0 and var byTime ? byTime : string.CompareOrdinal(a.Id, b.Id));
        return new ShopHistory
        {
            Name = _settings.Name,
            Source = source,
            Currency = _settings.Currency,
            Zone = _settings.Zone,
            From = orders[0].PlacedAt.InZone(_settings.Zone).Date,
            Until = orders.Max(order => order.Lines.Max(line => line.At)).InZone(_settings.Zone).Date.PlusDays(1),
            Import = summary,
            Orders = orders,
            Returns = [.. _returns.OrderBy(line => line.At)],
            Products = [.. _items.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => Product(item.Key, item.Value))],
            Customers = Customers(orders),
            Sites = _settings.Sites,
            Suppliers = [.. _settings.Suppliers.Select(terms => terms.Supplier).OrderBy(supplier => supplier.Id, StringComparer.Ordinal)],
            Gaps = SourceGaps.Of(_settings, [.. _countries.Where(c => c.Value is null).Select(c => c.Key).Order(StringComparer.Ordinal)]),
            Assumptions = SourceGaps.AssumptionsOf(_settings),
        };
    }

    private void AddSale(OrderRow row)
    {
        Sku sku = _rules.Sku(row);
        Instant at = InstantOf(row.PlacedAt);
        Money price = Money.Of(row.UnitPrice, _settings.Currency);
        Money? discount = row.UnitDiscount is { } amount ? Money.Of(amount, _settings.Currency) : null;
        ref OrderAssembly? order = ref CollectionsMarshal.GetValueRefOrAddDefault(_orders, row.OrderId, out _);
        order ??= new OrderAssembly(row);
        order.Add(new(sku, row.Quantity, price, at, discount), CustomerOf(row));
        Item(sku).Add(row, at, price, isSale: true);
    }

    private void AddReturn(OrderRow row)
    {
        Sku sku = _rules.Sku(row);
        Instant at = InstantOf(row.PlacedAt);
        Money price = Money.Of(row.UnitPrice, _settings.Currency);
        _returns.Add(new(row.OrderId, at, sku, -row.Quantity, price) { CustomerId = CustomerOf(row), CountryName = row.Country });
        Item(sku).Add(row, at, price, isSale: false);
    }

    private string? CustomerOf(OrderRow row) => _rules.IsCustomerRow(row) ? row.CustomerId : null;

    private ItemTally Item(Sku sku)
    {
        ref ItemTally? item = ref CollectionsMarshal.GetValueRefOrAddDefault(_items, sku.Value, out _);
        return item ??= new ItemTally();
    }

    private ShopProduct Product(string sku, ItemTally item)
    {
        SupplyTerms supply = _settings.Supply;
        return new(sku, item.Title() ?? sku, item.Price)
        {
            Brand = _settings.Brand,
            UnitCost = supply.CostShareOfPrice is { } share ? (item.Price * share).Round(MoneyRounding.HalfEven) : null,
            SupplierId = _settings.FindSupplier(sku)?.Supplier.Id,
            PackSize = supply.PackSize,
            MinimumOrderQuantity = supply.MinimumOrderQuantity,
        };
    }

    private static List<ShopCustomer> Customers(List<ShopOrder> orders) =>
    [
        .. orders.Where(order => order.CustomerId is not null)
            .GroupBy(order => order.CustomerId!, StringComparer.Ordinal)
            .OrderBy(customer => customer.Key, StringComparer.Ordinal)
            .Select(customer => new ShopCustomer(customer.Key, null, MostFrequentCountry(customer))),
    ];

    private static CountryCode? MostFrequentCountry(IEnumerable<ShopOrder> orders) =>
        orders.Where(order => order.Country is not null)
            .GroupBy(order => order.Country)
            .OrderByDescending(country => country.Count())
            .ThenBy(country => country.Key!.Value.Value, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;

    private CountrySettings? Country(string? name)
    {
        if (name is null)
        {
            return null;
        }

        ref CountrySettings? country = ref CollectionsMarshal.GetValueRefOrAddDefault(_countries, name, out bool exists);
        return exists ? country : country = _settings.FindCountry(name);
    }

    private Instant InstantOf(LocalDateTime local)
    {
        if (_lastTime.Local != local)
        {
            _lastTime = (local, _settings.Zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant());
        }

        return _lastTime.At;
    }
}
