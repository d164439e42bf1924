using EcomOps.Core;
using EcomOps.Formats.Settings;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Formats.Tests.Settings;

public sealed class StoreFileTests
{
    private const string Minimal = "name: Shop\ncurrency: EUR\nzone: Europe/Berlin\n";

    [Fact]
    public void The_samples_file_is_right_and_says_what_it_shows()
    {
        StoreSettings settings = Assert.IsType<StoreRead>(StoreFile.Read(Path.Combine(Repository.Root, "samples", "OperationsRun", "store.yaml"))).Settings;
        Assert.Equal(("Online Retail", Currency.Gbp, "Europe/London"), (settings.Name, settings.Currency, settings.Zone.Id));
        Assert.Equal("InvoiceNo", settings.Orders.Columns[OrderField.OrderId]);
        Assert.Equal(["R1", "R2", "R3", "R4", "R5"], settings.Exclusions.Select(rule => rule.Id));
        Assert.Equal(new PatternTest("^([0-9]{5}[A-Z]{0,2}|DCGS.*)$", Negated: true), settings.Exclusions[3].Test);
        Assert.Equal(ExclusionScope.Customers, settings.Exclusions[4].Scope);
        Assert.Equal(0.60m, settings.Supply.CostShareOfPrice);
        Assert.Equal("IE", settings.FindCountry("EIRE")!.Code.Value);
        Assert.Equal("NO", settings.FindCountry("Norway")!.Code.Value);
        Assert.Null(settings.FindCountry("Unspecified"));
        Assert.Equal("SUP-2", settings.FindSupplier("85123A")!.Supplier.Id);
        Assert.Equal("SUP-1", settings.FindSupplier("22423")!.Supplier.Id);
        Assert.Equal(new LocalTime(16, 0), settings.Sites[0].CutOff);
        Assert.Equal(Money.Gbp(5.95m), settings.Shipping[0].Price);
        Assert.Equal(0.20m, settings.Taxes[0].Rate);
        Assert.Equal(new KpiTarget("return_value_rate", 0.04m), settings.Targets[^1]);
    }

    [Fact]
    public void Three_lines_are_enough_and_the_rest_has_the_documented_defaults()
    {
        StoreSettings settings = Assert.IsType<StoreRead>(StoreFile.Parse(Minimal)).Settings;
        Assert.Equal(',', settings.Orders.Delimiter);
        Assert.Equal("order_id", settings.Orders.Columns[OrderField.OrderId]);
        Assert.Empty(settings.Exclusions);
        Assert.Equal(14, settings.Supply.LeadTimeDays);
        Assert.Null(settings.Supply.CostShareOfPrice);
        Assert.Equal(new ServiceLevels(0.98, 0.95, 0.90, 0.80, 0.95), settings.ServiceLevels);
        Assert.Equal(new FraudThresholds(35, 60, 85), settings.Fraud);
    }

    [Fact]
    public void All_errors_are_told_at_once_each_with_its_line()
    {
        StoreRefused refused = Assert.IsType<StoreRefused>(StoreFile.Parse("""
            name: Shop
            currency: EURO
            zone: Europe/Atlantis
            orders:
              delimeter: ";"
              encoding: ebcdic
            supply:
              costShareOfPrice: 140%
            fraud: { challenge: 50, review: 40, reject: 90 }
            """));
        Assert.Equal(
            [(2, "unknown_currency"), (3, "unknown_zone"), (5, "unknown_key"), (6, "unknown_encoding"), (8, "bad_number"), (9, "wrong_order")],
            refused.Issues.Select(issue => (issue.Line, issue.Code)));
        Assert.Contains("did you mean 'delimiter'?", refused.Describe(), StringComparison.Ordinal);
        Assert.StartsWith("store.yaml(2,11): currency: ", refused.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_stops_being_yaml_is_told_near_its_place()
    {
        var refused = Assert.IsType<StoreRefused>(StoreFile.Parse(Minimal + "sites:\n  - { id: A, name: soon\n  - { id: B, name: late }\n", "store.yaml"));
        Assert.Equal("yaml_syntax", Assert.Single(refused.Issues).Code);
        Assert.True(refused.Issues[0].Line > 1);
    }

    [Fact]
    public void A_missing_currency_is_told_once_and_not_again_at_every_amount()
    {
        var refused = Assert.IsType<StoreRefused>(StoreFile.Parse(
            "name: A\nzone: Europe/Berlin\nsites: [{ id: A, country: DE, latitude: 9, longitude: 0, cutOff: '16:00', ordersPerDay: 1, handlingCost: 1.55, stockShare: 1 }]\n", "store.yaml"));
        Assert.Equal("currency", Assert.Single(refused.Issues).Path);
    }

    [Theory]
    [InlineData("", "document_count")]
    [InlineData("- a\n- b\n", "not_a_mapping")]
    [InlineData("name: [unclosed\n", "yaml_syntax")]
    [InlineData("name: A\nname: B\n", "duplicate_key")]
    [InlineData("currency: EUR\nzone: Europe/Berlin\n", "missing")]
    [InlineData(Minimal + "shop: x\n", "unknown_key")]
    [InlineData(Minimal + "baseUrl: shop\n", "bad_address")]
    [InlineData(Minimal + "orders: { datePattern: HH:mm }\n", "bad_date_pattern")]
    [InlineData(Minimal + "orders: { delimiter: ab }\n", "bad_delimiter")]
    [InlineData(Minimal + "orders: { decimalSeparator: x }\n", "bad_separator")]
    [InlineData(Minimal + "orders: { upperCaseSkus: maybe }\n", "bad_flag")]
    [InlineData(Minimal + "orders: { columns: { sku: a, quantity: b, placedAt: c, unitPrice: d } }\n", "missing")]
    [InlineData(Minimal + "exclusions: [{ id: R, reason: r, field: colour, blank: true }]\n", "unknown_field")]
    [InlineData(Minimal + "exclusions: [{ id: R, reason: r, field: sku }]\n", "missing")]
    [InlineData(Minimal + "exclusions: [{ id: R, reason: r, field: sku, blank: true, matches: a }]\n", "several_tests")]
    [InlineData(Minimal + "exclusions: [{ id: R, reason: r, field: sku, matches: '(' }]\n", "bad_pattern")]
    [InlineData(Minimal + "exclusions: [{ id: R, reason: r, field: sku, matches: '(a)\\1' }]\n", "bad_pattern")]
    [InlineData(Minimal + "exclusions: [{ id: R, reason: r, field: sku, atMost: 0 }]\n", "not_a_number_field")]
    [InlineData(Minimal + "exclusions: [{ id: R, reason: r, field: sku, blank: true, scope: all }]\n", "unknown_scope")]
    [InlineData(Minimal + "exclusions: [{ id: R, reason: r, field: sku, blank: true }, { id: R, reason: r, field: title, blank: true }]\n", "duplicate_id")]
    [InlineData(Minimal + "countries: { France: fr }\n", "bad_country")]
    [InlineData(Minimal + "countries: [FR]\n", "not_a_mapping")]
    [InlineData(Minimal + "sites: [{ id: A, country: DE, latitude: 99, longitude: 0, cutOff: '16:00', ordersPerDay: 1, handlingCost: 1, stockShare: 1 }]\n", "bad_number")]
    [InlineData(Minimal + "sites: [{ id: A, country: DE, latitude: 50, longitude: 0, cutOff: 4pm, ordersPerDay: 1, handlingCost: 1, stockShare: 1 }]\n", "bad_time")]
    [InlineData(Minimal + "sites: [{ id: A, country: DE, latitude: 50, longitude: 0, cutOff: '16:00', ordersPerDay: 1, handlingCost: 1, stockShare: 0.5 }]\n", "shares_not_one")]
    [InlineData(Minimal + "sites: [{ id: A, country: DE, latitude: 50, longitude: 0, cutOff: '16:00', ordersPerDay: 1, handlingCost: 1.005, stockShare: 1 }]\n", "bad_amount")]
    [InlineData(Minimal + "suppliers: [{ id: S }]\n", "missing")]
    [InlineData(Minimal + "serviceLevels: { shareA: 0.9, shareAAndB: 0.8 }\n", "wrong_order")]
    [InlineData(Minimal + "shipping: [{ tier: t, region: r, fastestDays: 3, slowestDays: 1, price: 1, cost: 1 }]\n", "wrong_order")]
    [InlineData(Minimal + "shipping: [{ tier: t, region: r, countries: [Germany], fastestDays: 1, slowestDays: 1, price: 1, cost: 1 }]\n", "bad_country")]
    [InlineData(Minimal + "taxes: [{ country: DE, name: USt, rate: 19 }]\n", "bad_number")]
    [InlineData(Minimal + "gateways: [{ id: g, name: G, methods: [] }]\n", "missing")]
    [InlineData(Minimal + "targets: { revenue: much }\n", "bad_number")]
    [InlineData(Minimal + "targets: [1]\n", "not_a_mapping")]
    [InlineData(Minimal + "returns: { orderIdStartsWith: C }\n", "not_a_list")]
    public void Each_error_has_its_code(string yaml, string code)
    {
        StoreRefused refused = Assert.IsType<StoreRefused>(StoreFile.Parse(yaml));
        Assert.Equal([code], refused.Issues.Select(issue => issue.Code));
        Assert.True(refused.Issues[0].Line > 0 && refused.Issues[0].Column > 0);
    }

    [Fact]
    public void Endless_nesting_and_endless_texts_are_refused()
    {
        Assert.Equal("too_deep", Assert.IsType<StoreRefused>(StoreFile.Parse(Minimal + "a: " + new string('[', 200_000))).Issues.Single().Code);
        Assert.Equal("too_long", Assert.IsType<StoreRefused>(StoreFile.Parse(new string('#', StoreFile.LongestText + 1))).Issues.Single().Code);
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing() =>
        Assert.Equal("file_missing", Assert.Throws<EcomOpsException>(() => StoreFile.Read(Path.Combine(Path.GetTempPath(), "no-such-folder", "store.yaml"))).Code);

    [Fact]
    public void Garbage_is_refused_and_never_thrown()
    {
        var random = new Random(20261124);
        const string alphabet = "ab:{}[]-&*!|>'\"%@`,?# \n\t~\u00e9";
        for (int i = 0; i < 3000; i++)
        {
            string yaml = Minimal + new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            Assert.NotNull(StoreFile.Parse(yaml));
        }
    }
}
