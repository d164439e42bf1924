using System.Globalization;
using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;
using EcomOps.Payments.Tax;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Conformance.Tests.Payments;

/// <summary>Carts of <c>tax-cases.json</c>: totals and taxes to the cent.</summary>
public sealed class CartTaxCaseRunner : ICaseRunner
{
    /// <inheritdoc />
    public string File => "tax-cases.json";

    /// <inheritdoc />
    public IEnumerable<string> Kinds => ["cart-tax"];

    /// <inheritdoc />
    public void Run(CaseRow row, JsonElement element, JsonElement root)
    {
        JsonElement input = element.GetProperty("input"), expected = element.GetProperty("expected");
        TaxTable table = new(input.GetProperty("taxes").EnumerateArray().Select(t => new TaxRate(
            t.GetProperty("zone").GetString()!, t.GetProperty("category").GetString()!, Number(t, "ratePercent"), Day(t, "from"), Day(t, "to"))
        {
            IsIncluded = t.GetProperty("includedInPrice").GetBoolean(),
            Precision = t.GetProperty("calculator").GetString() == "exact" ? TaxPrecision.Exact : TaxPrecision.RoundedParts,
        }));
        TaxableOrder order = new(
            input.GetProperty("zone").GetString()!,
            [.. input.GetProperty("lines").EnumerateArray().Select(l => new TaxableLine(
                l.GetProperty("item").GetString()!, l.GetProperty("category").GetString(), Cents(l, "unitPriceCents"), l.GetProperty("quantity").GetInt64(), Cents(l, "unitDiscountCents")))],
            Day(input, "date"))
        {
            Discounts = [.. input.GetProperty("orderDiscounts").EnumerateArray().Select(d => Money.FromMinorUnits(d.GetInt64(), Currency.Eur))],
            Shipping = input.GetProperty("shipping") is { ValueKind: JsonValueKind.Object } s
                ? new TaxableShipping(Cents(s, "feeCents"), s.GetProperty("category").GetString(), s.GetProperty("discountPercent").ValueKind == JsonValueKind.Null ? 0 : Number(s, "discountPercent"))
                : null,
        };
        TaxCalculator calculator = new(table, input.GetProperty("strategy").GetString() == "unit" ? TaxBasis.Unit : TaxBasis.Line);
        Check(expected, calculator.Quote(order));
        Check(expected, calculator.Quote(order with { Lines = [.. order.Lines.Reverse()] }));
    }

    private static void Check(JsonElement expected, TaxQuote quote)
    {
        foreach ((string name, Money amount) in new[] { ("totalCents", quote.Total), ("taxAddedCents", quote.Added), ("taxIncludedCents", quote.Included) })
        {
            if (expected.GetProperty(name).ValueKind != JsonValueKind.Null)
            {
                Assert.Equal((name, expected.GetProperty(name).GetInt64()), (name, amount.ToMinorUnits()));
            }
        }
    }

    private static Money Cents(JsonElement json, string name) => Money.FromMinorUnits(json.GetProperty(name).GetInt64(), Currency.Eur);

    private static decimal Number(JsonElement json, string name) => decimal.Parse(json.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static LocalDate? Day(JsonElement json, string name) => json.GetProperty(name).GetString() is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;
}
