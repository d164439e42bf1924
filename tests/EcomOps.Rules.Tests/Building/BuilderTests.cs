using System.Linq.Expressions;
using EcomOps.Core;
using EcomOps.Rules.Building;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Tests.DecisionSets;
using NodaTime;

namespace EcomOps.Rules.Tests.Building;

public sealed class BuilderTests
{
    public static TheoryData<Expression<Func<OrderInput, bool>>, string> Translations() => new()
    {
        { o => o.Country == "NL" && o.Items >= 2, "order.country == 'NL' && order.items >= 2" },
        { o => o.Gift || !(o.Items > 3), "order.gift || !(order.items > 3)" },
        { o => o.Total >= 49.95m, "order.total >= decimal('49.95')" },
        { o => o.Weight > Weight.Kilograms(30), "order.weight > decimal('30')" },
        { o => o.Coupon != null, "has(order.coupon)" },
        { o => new[] { "NL", "BE" }.Contains(o.Country), "order.country in ['NL', 'BE']" },
        { o => o.Status == OrderStatus.Paid, "order.status == 'Paid'" },
        { o => o.Country.StartsWith("NL", StringComparison.Ordinal), "order.country.startsWith('NL')" },
    };

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_lambda_becomes_the_condition_that_an_author_would_write(Expression<Func<OrderInput, bool>> lambda, string condition)
    {
        RuleSetDocument document = Start().Rule("r").When(lambda).Then(true).ToDocument();
        Assert.Equal(condition, document.Rules.Single().When);
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translated_lambda_decides_as_the_lambda_itself(Expression<Func<OrderInput, bool>> lambda, string condition)
    {
        Assert.NotEmpty(condition);
        RuleSet<OrderInput, bool> set = Start().Rule("r").When(lambda).Then(true).Default(false).Build();
        Func<OrderInput, bool> meant = lambda.Compile();
        foreach (OrderInput order in Inputs())
        {
            Assert.Equal(meant(order), Assert.IsType<Decided<bool>>(set.Evaluate(order, Sets.At)).Choice);
        }
    }

    [Fact]
    public void A_lambda_without_an_exact_meaning_is_refused_when_the_set_is_built()
    {
        Assert.Throws<RuleSetException>(() => Start().Rule("r").When(o => o.Country.Trim() == "NL").Then(true).Build());
        Assert.Throws<RuleSetException>(() => Start().Rule("r").When(o => o.GetHashCode() == 3).Then(true).Build());
    }

    [Fact]
    public void A_mistake_in_a_text_condition_is_told_when_the_set_is_built()
    {
        RuleSetException thrown = Assert.Throws<RuleSetException>(() => Start().Rule("r").When("order.cuntry == 'NL'").Then(true).Build());
        Assert.Contains("order.country", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_built_set_is_the_same_as_its_own_json()
    {
        RuleSetDocument document = Start().Rule("a").When(o => o.Items > 2).Then(true).Default(false).ToDocument();
        RuleSet again = RuleSet.Parse(document.ToJson(), OrderInput.Vocabulary).Require();
        Assert.Equal(document.ComputeContentHash(), again.Identity.ContentHash);
    }

    private static RuleSetBuilder<OrderInput, bool> Start() => RuleSet.For<OrderInput, bool>("built", HitPolicy.First);

    private static IEnumerable<OrderInput> Inputs() =>
        from country in new[] { "NL", "BE", "DE" }
        from items in new[] { 1, 2, 3, 4 }
        from gift in new[] { true, false }
        from total in new[] { 49.94m, 49.95m }
        from weight in new[] { 30m, 30.001m }
        select new OrderInput
        {
            Country = country,
            Items = items,
            Gift = gift,
            Total = total,
            Weight = Weight.Kilograms(weight),
            Coupon = gift ? "X" : null,
            Status = items == 2 ? OrderStatus.Paid : OrderStatus.New,
            CustomerSince = Instant.FromUtc(2026, 1, 1, 0, 0),
        };
}
