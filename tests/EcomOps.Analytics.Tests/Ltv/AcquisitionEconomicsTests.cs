using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Ltv;

public sealed class AcquisitionEconomicsTests
{
    private static readonly LocalDate Start = new(2024, 1, 15);

    [Fact]
    public void Payback_is_the_first_month_in_which_contribution_covers_the_cost()
    {
        // Search: two customers at 30 each. By month one they brought 10 + 20, by month two 40 + 20.
        AcquisitionGroup search = Groups().Single(g => g.Group == "search");
        Assert.Equal((2, Money.Eur(30), Money.Eur(30)), (search.Customers, search.Cac!.Value, search.ToDate));
        Assert.Equal([Money.Eur(15), Money.Eur(30), Money.Eur(30)], search.Months.Select(m => m.CumulativePerCustomer));
        Assert.Equal(2, search.PaybackMonths);
        Assert.Equal(1, search.ValueToCost);
    }

    [Fact]
    public void A_customer_counts_only_in_months_that_are_over()
    {
        // The second social customer came in March: one full month by 15 April, not two.
        AcquisitionGroup social = Groups().Single(g => g.Group == "social");
        Assert.Equal([(1, 2, Money.Eur(8)), (2, 1, Money.Eur(6)), (3, 1, Money.Eur(6))], social.Months.Select(m => (m.Month, m.Customers, m.CumulativePerCustomer)));
        Assert.Null(social.PaybackMonths);
        Assert.Equal(0.08, social.ValueToCost!.Value, 12);
    }

    [Fact]
    public void Without_spend_there_is_no_cost_and_no_payback()
    {
        AcquisitionGroup unknown = Groups().Single(g => g.Group == AcquisitionEconomics.Unknown);
        Assert.Null(unknown.Cac);
        Assert.Null(unknown.PaybackMonths);
        Assert.Null(unknown.ValueToCost);
    }

    [Fact]
    public void Expected_contribution_adds_to_the_value()
    {
        AcquisitionGroup search = Groups(new Dictionary<string, Money> { ["a"] = Money.Eur(90) }).Single(g => g.Group == "search");
        Assert.Equal(Money.Eur(45), search.Expected);
        Assert.Equal(2.5, search.ValueToCost);
    }

    [Fact]
    public void Spend_in_another_currency_is_refused() =>
        Assert.Throws<ArgumentException>(() => AcquisitionEconomics.Compute(Store(), new Dictionary<string, string>(), new Dictionary<string, Money> { ["search"] = Money.Usd(1) }, Start));

    private static IReadOnlyList<AcquisitionGroup> Groups(IReadOnlyDictionary<string, Money>? expected = null) => AcquisitionEconomics.Compute(
        Store(),
        new Dictionary<string, string> { ["a"] = "search", ["b"] = "search", ["c"] = "social", ["d"] = "social" },
        new Dictionary<string, Money> { ["search"] = Money.Eur(60), ["social"] = Money.Eur(200) },
        new LocalDate(2024, 4, 15),
        expected: expected);

    private static CustomerOrders Store()
    {
        var builder = new CustomerOrdersBuilder(DateTimeZone.Utc, Currency.Eur);
        builder.Add("a", Start, Money.Eur(10));
        builder.Add("a", new LocalDate(2024, 3, 14), Money.Eur(30));
        builder.Add("b", Start, Money.Eur(25));
        builder.Add("b", new LocalDate(2024, 1, 20), Money.Eur(5), isRefund: true);
        builder.Add("c", Start, Money.Eur(6));
        builder.Add("d", new LocalDate(2024, 3, 15), Money.Eur(10));
        builder.Add("e", Start, Money.Eur(7));
        return builder.Build();
    }
}
