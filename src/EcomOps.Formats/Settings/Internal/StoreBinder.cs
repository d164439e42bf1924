using System.Collections.Immutable;
using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using NodaTime;
using YamlDotNet.RepresentationModel;

namespace EcomOps.Formats.Settings.Internal;

/// <summary>Turns the document into settings, section by section.</summary>
internal sealed class StoreBinder
{
    private readonly SettingsIssues _issues;
    private readonly SettingsMap _root;
    private readonly Currency _currency;

    private StoreBinder(SettingsMap root, SettingsIssues issues)
    {
        (_root, _issues) = (root, issues);
        _currency = root.Parsed<Currency?>("currency", required: true, "unknown_currency", "an ISO 4217 code such as EUR", Parsers.TryCurrency) ?? Currency.None;
    }

    internal static StoreSettings? Bind(YamlNode? document, SettingsIssues issues)
    {
        SettingsMap? root = document is null ? null : SettingsMap.Open(
            document, string.Empty, issues,
            "name", "currency", "zone", "baseUrl", "brand", "orders", "countries", "exclusions", "returns", "sites", "suppliers", "supply",
            "serviceLevels", "shipping", "taxes", "gateways", "fraud", "targets", "taxonomyRules");
        return root is null ? null : new StoreBinder(root, issues).Bind();
    }

    private StoreSettings Bind()
    {
        string name = _root.Text("name", required: true) ?? string.Empty;
        DateTimeZone zone = _root.Parsed<DateTimeZone>("zone", required: true, "unknown_zone", "a zone of the IANA database such as Europe/London", Parsers.TryZone) ?? DateTimeZone.Utc;
        var orders = new OrderFileBinder(_root, _issues);
        SettingsMap? returns = _root.Map("returns", "orderIdStartsWith", "handlingCost");
        return new()
        {
            Name = name,
            Currency = _currency,
            Zone = zone,
            BaseUrl = _root.Parsed<Uri>("baseUrl", required: false, "bad_address", "an address such as https://shop.example.com/", Parsers.TryAddress),
            Brand = _root.Text("brand"),
            Orders = orders.File(),
            Countries = Countries(),
            Exclusions = orders.Exclusions(),
            Returns = new(returns?.Texts("orderIdStartsWith") ?? []),
            ReturnHandlingCost = returns is { } map && map.Has("handlingCost") ? map.Amount("handlingCost", _currency) : null,
            Sites = Sites(zone),
            Suppliers = Suppliers(),
            Supply = Supply(),
            ServiceLevels = ServiceLevels(),
            Shipping = Shipping(),
            Taxes = Taxes(),
            Gateways = Gateways(),
            Fraud = Fraud(),
            Targets = Targets(),
            TaxonomyRules = _root.Text("taxonomyRules"),
        };
    }

    private ImmutableArray<CountrySettings> Countries()
    {
        List<CountrySettings> countries = [];
        foreach ((string name, YamlNode value, string path) in _root.Entries("countries"))
        {
            if (value is YamlScalarNode scalar)
            {
                if (Parsers.TryCountry(scalar.Value ?? string.Empty, out CountryCode? code))
                {
                    countries.Add(new(name, code!.Value));
                }
                else
                {
                    _issues.Add(value, "bad_country", path, $"'{scalar.Value}' is not a two-letter country code such as GB.");
                }
            }
            else if (SettingsMap.Open(value, path, _issues, "code", "latitude", "longitude") is { } map)
            {
                CountryCode? code = Country(map, "code");
                GeoPoint? position = map.Has("latitude") || map.Has("longitude") ? Position(map) : null;
                countries.Add(new(name, code ?? default, position));
            }
        }

        return [.. countries];
    }

    private ImmutableArray<FulfilmentSite> Sites(DateTimeZone zone)
    {
        List<FulfilmentSite> sites = [];
        foreach (SettingsMap map in Maps(_root, "sites", "id", "name", "country", "latitude", "longitude", "zone", "cutOff", "ordersPerDay", "handlingCost", "stockShare"))
        {
            string id = Id(map, sites.Select(site => site.Id));
            sites.Add(new(
                id,
                map.Text("name") ?? id,
                Country(map, "country") ?? default,
                Position(map),
                map.Parsed<DateTimeZone>("zone", required: false, "unknown_zone", "a zone of the IANA database such as Europe/London", Parsers.TryZone) ?? zone,
                map.Parsed<LocalTime?>("cutOff", required: true, "bad_time", "a time such as \"16:30\"", Parsers.TryTime) ?? default,
                (int)map.Whole("ordersPerDay", 1, 1, required: true),
                map.Amount("handlingCost", _currency, required: true),
                map.Number("stockShare", 1, 0.0001m, 1, "above 0 up to 1", required: true)));
        }

        if (sites.Count > 0 && Math.Abs(sites.Sum(site => site.StockShare) - 1) > 0.0001m)
        {
            _root.Refuse("sites", "shares_not_one", $"The stockShare of all sites must sum to 1; they sum to {FormattableString.Invariant($"{sites.Sum(site => site.StockShare):0.####}")}.");
        }

        return [.. sites];
    }

    private ImmutableArray<SupplierTerms> Suppliers()
    {
        List<SupplierTerms> suppliers = [];
        foreach (SettingsMap map in Maps(_root, "suppliers", "id", "name", "leadTimeDays", "leadTimeDeviationDays", "minimumOrderValue", "skuStartsWith"))
        {
            string id = Id(map, suppliers.Select(terms => terms.Supplier.Id));
            var supplier = new ShopSupplier(
                id,
                map.Text("name") ?? id,
                (double)map.Number("leadTimeDays", 14, 0.01m, 1000, "above 0 up to 1000", required: true),
                (double)map.Number("leadTimeDeviationDays", 0, 0, 1000, "from 0 to 1000"),
                map.Amount("minimumOrderValue", _currency));
            suppliers.Add(new(supplier, map.Texts("skuStartsWith")));
        }

        return [.. suppliers];
    }

    private SupplyTerms Supply()
    {
        var standard = new SupplyTerms();
        return _root.Map("supply", "leadTimeDays", "leadTimeDeviationDays", "reviewDays", "packSize", "minimumOrderQuantity", "costShareOfPrice", "stockCoverWeeks", "holdingCostPerYear") is not { } map
            ? standard
            : new()
            {
                LeadTimeDays = (double)map.Number("leadTimeDays", (decimal)standard.LeadTimeDays, 0.01m, 1000, "above 0 up to 1000"),
                LeadTimeDeviationDays = (double)map.Number("leadTimeDeviationDays", (decimal)standard.LeadTimeDeviationDays, 0, 1000, "from 0 to 1000"),
                ReviewDays = (int)map.Whole("reviewDays", standard.ReviewDays, 1, 365),
                PackSize = map.Whole("packSize", standard.PackSize, 1),
                MinimumOrderQuantity = map.Whole("minimumOrderQuantity", standard.MinimumOrderQuantity, 1),
                CostShareOfPrice = map.Has("costShareOfPrice") ? map.Number("costShareOfPrice", 0.5m, 0.0001m, 0.9999m, "above 0 and below 1") : null,
                StockCoverWeeks = map.Has("stockCoverWeeks") ? (double)map.Number("stockCoverWeeks", 1, 0.01m, 520, "above 0 up to 520") : null,
                HoldingCostPerYear = map.Number("holdingCostPerYear", standard.HoldingCostPerYear, 0.0001m, 1, "above 0 up to 1"),
            };
    }

    private ServiceLevels ServiceLevels()
    {
        var standard = new ServiceLevels();
        if (_root.Map("serviceLevels", "a", "b", "c", "shareA", "shareAAndB") is not { } map)
        {
            return standard;
        }

        double Share(string key, double otherwise) => (double)map.Number(key, (decimal)otherwise, 0.0001m, 0.9999m, "above 0 and below 1");
        var levels = new ServiceLevels(Share("a", standard.A), Share("b", standard.B), Share("c", standard.C), Share("shareA", standard.ShareA), Share("shareAAndB", standard.ShareAAndB));
        if (levels.ShareAAndB <= levels.ShareA)
        {
            map.Refuse("shareAAndB", "wrong_order", "shareAAndB must be above shareA: it is the share of both classes together.");
        }

        return levels;
    }

    private ImmutableArray<ShippingTierSettings> Shipping()
    {
        List<ShippingTierSettings> tiers = [];
        foreach (SettingsMap map in Maps(_root, "shipping", "tier", "region", "countries", "fastestDays", "slowestDays", "price", "cost"))
        {
            var tier = new ShippingTierSettings(
                map.Text("tier", required: true) ?? string.Empty,
                map.Text("region", required: true) ?? string.Empty,
                CountryList(map),
                (int)map.Whole("fastestDays", 0, 0, 365, required: true),
                (int)map.Whole("slowestDays", 365, 0, 365, required: true),
                map.Amount("price", _currency, required: true),
                map.Amount("cost", _currency, required: true));
            tiers.Add(tier);
            if (tier.SlowestDays < tier.FastestDays)
            {
                map.Refuse("slowestDays", "wrong_order", "slowestDays must be at least fastestDays.");
            }
        }

        return [.. tiers];
    }

    private ImmutableArray<TaxRateSettings> Taxes() =>
    [
        .. Maps(_root, "taxes", "country", "name", "rate", "category").Select(map => new TaxRateSettings(
            Country(map, "country") ?? default,
            map.Text("name", required: true) ?? string.Empty,
            map.Number("rate", 0, 0, 0.9999m, "from 0 and below 1, such as 0.2 or 20%", required: true),
            map.Text("category"))),
    ];

    private ImmutableArray<GatewaySettings> Gateways()
    {
        List<GatewaySettings> gateways = [];
        foreach (SettingsMap map in Maps(_root, "gateways", "id", "name", "methods", "feeRate", "fixedFee"))
        {
            string id = Id(map, gateways.Select(gateway => gateway.Id));
            IReadOnlyList<string> methods = map.Texts("methods");
            if (methods.Count == 0)
            {
                map.Refuse("methods", "missing", "'methods' must name at least one payment method, such as [card].");
            }

            gateways.Add(new(id, map.Text("name") ?? id, methods, map.Number("feeRate", 0, 0, 0.9999m, "from 0 and below 1"), map.Amount("fixedFee", _currency)));
        }

        return [.. gateways];
    }

    private FraudThresholds Fraud()
    {
        var standard = new FraudThresholds();
        if (_root.Map("fraud", "challenge", "review", "reject") is not { } map)
        {
            return standard;
        }

        var fraud = new FraudThresholds(
            (int)map.Whole("challenge", standard.Challenge, 0, 100),
            (int)map.Whole("review", standard.Review, 0, 100),
            (int)map.Whole("reject", standard.Reject, 0, 100));
        if (fraud.Challenge > fraud.Review || fraud.Review > fraud.Reject)
        {
            _root.Refuse("fraud", "wrong_order", "The scores must rise: challenge <= review <= reject.");
        }

        return fraud;
    }

    private ImmutableArray<KpiTarget> Targets()
    {
        SettingsMap? map = _root.Has("targets") ? _root : null;
        List<KpiTarget> targets = [];
        foreach ((string name, YamlNode value, string path) in map?.Entries("targets") ?? [])
        {
            SettingsMap single = SettingsMap.Open(new YamlMappingNode(new YamlScalarNode(name), value), path[..^(name.Length + 1)], _issues, name)!;
            targets.Add(new(name, single.Number(name, 0, -1_000_000_000_000m, 1_000_000_000_000m, "such as 110000 or 4.2%", required: true)));
        }

        return [.. targets];
    }

    private ImmutableArray<CountryCode> CountryList(SettingsMap map)
    {
        List<CountryCode> codes = [];
        foreach ((YamlNode node, string path) in map.Items("countries"))
        {
            if (node is YamlScalarNode scalar && Parsers.TryCountry(scalar.Value ?? string.Empty, out CountryCode? code))
            {
                codes.Add(code!.Value);
            }
            else
            {
                _issues.Add(node, "bad_country", path, $"'{node}' is not a two-letter country code such as GB.");
            }
        }

        return [.. codes];
    }

    private static string Id(SettingsMap map, IEnumerable<string> taken)
    {
        string id = map.Text("id", required: true) ?? string.Empty;
        if (id.Length > 0 && taken.Contains(id))
        {
            map.Refuse("id", "duplicate_id", $"'{id}' is used twice.");
        }

        return id;
    }

    private static CountryCode? Country(SettingsMap map, string key) =>
        map.Parsed<CountryCode?>(key, required: true, "bad_country", "a two-letter country code such as GB", Parsers.TryCountry);

    private static GeoPoint Position(SettingsMap map) => new(
        (double)map.Number("latitude", 0, -90, 90, "from -90 to 90", required: true),
        (double)map.Number("longitude", 0, -180, 180, "from -180 to 180", required: true));

    private IEnumerable<SettingsMap> Maps(SettingsMap parent, string key, params string[] known) =>
        parent.Items(key).Select(item => SettingsMap.Open(item.Node, item.Path, _issues, known)).OfType<SettingsMap>();
}
