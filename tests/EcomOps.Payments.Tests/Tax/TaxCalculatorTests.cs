using EcomOps.Core;
using EcomOps.Payments.Tax;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Payments.Tests.Tax;

public sealed class TaxCalculatorTests
{
    [Property(MaxTest = 300)]
    public void The_order_of_lines_changes_nothing_and_everything_adds_up(DoNotSize<int> seed)
    {
        System.Random random = new(seed.Item);
        TaxTable table = new(
        [
            new TaxRate("NL", "standard", 21m) { Precision = random.Next(2) == 0 ? TaxPrecision.Exact : TaxPrecision.RoundedParts },
            new TaxRate("NL", "reduced", 9m) { IsIncluded = true, Precision = random.Next(2) == 0 ? TaxPrecision.Exact : TaxPrecision.RoundedParts },
        ]);
        TaxCalculator calculator = new(table, random.Next(2) == 0 ? TaxBasis.Unit : TaxBasis.Line);
        TaxableLine[] lines =
        [
            .. Enumerable.Range(0, random.Next(1, 6)).Select(i => new TaxableLine(
                $"l{i}", new[] { "standard", "reduced", null }[random.Next(3)], Money.Eur(random.Next(0, 5_000) / 100m), random.Next(1, 9))),
        ];
        Money[] discounts = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Money.Eur(random.Next(0, 3_000) / 100m))];
        TaxQuote quote = calculator.Quote(new TaxableOrder("NL", lines) { Discounts = discounts });
        TaxQuote other = calculator.Quote(new TaxableOrder("NL", [.. lines.Reverse()]) { Discounts = discounts });
        Assert.Equal(quote.Lines, other.Lines.Reverse());

        decimal gross = lines.Sum(l => l.UnitPrice.Amount * l.Quantity), discount = Math.Min(gross, discounts.Sum(d => d.Amount));
        Assert.Equal(discount, quote.Lines.Sum(l => l.Discount.Amount));
        Assert.Equal(gross - discount, quote.Lines.Sum(l => l.Amount.Amount));
        Assert.All(quote.Lines, l => Assert.True(!l.Amount.IsNegative && !l.Tax.IsNegative && l.Tax.IsPayable));

        // Never further from the exact tax than half a cent for each thing that was rounded, and one for the sharing out.
        decimal exact = quote.Lines.Where(l => l.Rate is { IsIncluded: false }).Sum(l => l.Amount.Amount * 0.21m);
        Assert.True(Math.Abs(exact - quote.Added.Amount) <= (0.005m * lines.Sum(l => l.Quantity)) + 0.01m);
    }

    [Fact]
    public void Histories_are_chosen_by_the_tax_point_with_both_ends_included()
    {
        TaxTable table = new(StandardVatRates.Rows);
        Assert.Empty(table.Validate());
        Assert.Equal(19m, table.Find("DE", "standard", new LocalDate(2020, 6, 30))!.Percent);
        Assert.Equal(16m, table.Find("DE", "standard", new LocalDate(2020, 12, 31))!.Percent);
        Assert.Equal(19m, table.Find("DE", "standard", null)!.Percent);
        Assert.Equal(25.5m, table.Find("FI", "standard", new LocalDate(2024, 9, 1))!.Percent);
        Assert.Null(table.Find("DE", null, null));
        Assert.All(PlaceOfSupplyMembers, m => Assert.NotNull(table.Find(m, "standard", null)));
    }

    [Fact]
    public void Overlaps_gaps_and_bad_rows_are_found_and_a_bad_table_is_refused()
    {
        TaxTable table = new(
        [
            new TaxRate("A", "s", 10m, null, new LocalDate(2026, 1, 10)), new TaxRate("A", "s", 11m, new LocalDate(2026, 1, 10)),
            new TaxRate("B", "s", 10m, null, new LocalDate(2026, 1, 10)), new TaxRate("B", "s", -1m, new LocalDate(2026, 1, 12)),
            new TaxRate("C", "s", 1m, new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 1)),
        ]);
        Assert.Equal(["negative_rate", "reversed_dates", "overlap", "gap"], table.Validate().Select(i => i.Code));
        Assert.Throws<ArgumentException>(() => new TaxCalculator(table));
    }

    [Fact]
    public void Yen_have_no_cents()
    {
        TaxCalculator calculator = new(new TaxTable([new TaxRate("JP", "standard", 10m) { IsIncluded = true }]));
        TaxQuote quote = calculator.Quote(new TaxableOrder("JP", [new TaxableLine("1", "standard", Money.Of(999m, Currency.Jpy), 1)]));

        // 999 x 10 / 110 = 90.8.
        Assert.Equal((Money.Of(91m, Currency.Jpy), Money.Of(999m, Currency.Jpy)), (quote.Included, quote.Total));
    }

    [Fact]
    public void Bad_orders_are_refused()
    {
        TaxCalculator calculator = new(new TaxTable([]));
        TaxableLine line = new("1", null, Money.Eur(1m), 1);
        foreach (TaxableLine[] lines in (TaxableLine[][])[[], [line, line], [line with { Quantity = 0 }], [line with { UnitPrice = Money.Eur(-1m) }], [line with { UnitDiscount = Money.Eur(2m) }]])
        {
            Assert.Throws<ArgumentException>(() => calculator.Quote(new TaxableOrder("NL", lines)));
        }
    }

    private static IEnumerable<string> PlaceOfSupplyMembers => "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".Split(' ').Where(c => PlaceOfSupply.IsMemberState(c));
}
