using EcomOps.Core;
using EcomOps.Rules.Building;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Stores;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Snippets.Packages;

#region RulesFacts
public sealed record Parcel(Weight Weight, string Country, bool Gift) : IFacts<Parcel>
{
    public static Vocabulary<Parcel> Vocabulary { get; } = Rules.Vocabularies.Vocabulary.Of<Parcel>("shop.parcel")
        .Weight("parcel.weight", p => p.Weight, WeightUnit.Kilogram, "the weight of the parcel")
        .Text("ship.country", p => p.Country, "the country of delivery")
        .Bool("parcel.gift", p => p.Gift, "the parcel is a gift")
        .Build();
}

public enum Shipping
{
    Standard,
    Courier,
    Freight,
}
#endregion

public sealed class RulesSnippets
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 27, 12, 0);

    [Fact]
    public void A_document()
    {
        string folder = Directory.CreateTempSubdirectory("rules").FullName;
        string path = Path.Combine(folder, "shipping.rules.yaml");
        File.WriteAllText(path, """
            ruleSet: shop/shipping
            hitPolicy: first
            rules:
              - { id: heavy, when: parcel.weight > 30, then: { by: freight } }
            default: { by: post }
            """);
        Instant now = At;
        List<string> log = [];
        Action<string> use = log.Add;
        #region RulesDocument
        RuleSet shipping = RuleSet.Load(path, Parcel.Vocabulary);         // every problem at once, with line and column
        Parcel parcel = new(Weight.Kilograms(31), "NL", Gift: false);

        string answer = shipping.Evaluate(parcel, at: now) switch
        {
            Decided decided => decided.Outcome.Get<string>("by"),         // which rules decided: decided.Matched
            NoMatch => "post",
            Conflict conflict => $"ask someone: {string.Join(", ", conflict.Rules)}",
            Residual residual => $"fetch first: {string.Join(", ", residual.Needs)}",
            Failed failed => $"{failed.Rule}: {failed.Error.Message}",
            _ => throw new InvalidOperationException(),
        };
        use(shipping.Explain(parcel, now).ToString());                    // why each rule did or did not apply
        #endregion
        Assert.Equal("freight", answer);
        Assert.Contains("heavy", log[0], StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_builder()
    {
        Instant now = At;
        #region RulesBuilder
        RuleSet<Parcel, Shipping> shipping = RuleSet.For<Parcel, Shipping>("shop/shipping", HitPolicy.First)
            .Rule("heavy").When(p => p.Weight > Weight.Kilograms(30)).Then(Shipping.Freight)
            .Rule("gift").When("parcel.gift && ship.country in ['NL', 'BE']").Then(Shipping.Courier)
            .Default(Shipping.Standard)
            .Build();

        Decision decision = shipping.Evaluate(new Parcel(Weight.Kilograms(2), "BE", Gift: true), now);
        Shipping choice = decision is Decided<Shipping> decided ? decided.Choice : Shipping.Standard;
        #endregion
        Assert.Equal(Shipping.Courier, choice);
    }

    [Fact]
    public void A_file_that_is_followed()
    {
        string folder = Directory.CreateTempSubdirectory("rules").FullName;
        string path = Path.Combine(folder, "shipping.rules.yaml");
        File.WriteAllText(path, "ruleSet: shop/shipping\nhitPolicy: first\nrules:\n  - { id: all, when: 'true', then: { by: post } }\n");
        List<string> log = [];
        Action<string> use = log.Add;
        #region RulesHot
        using HotRuleSet shipping = HotRuleSet.Open(path, Parcel.Vocabulary);
        shipping.Rejected += (_, problems) => use($"kept {shipping.Current.Identity}: {problems[0]}");
        Decision decision = shipping.Current.Evaluate(new Parcel(Weight.Kilograms(1), "NL", Gift: false), At);
        #endregion
        Assert.IsType<Decided>(decision);
        File.WriteAllText(path, "ruleSet: [");
        Assert.False(shipping.Reload());
        Assert.StartsWith("kept shop/shipping", log[0], StringComparison.Ordinal);
        shipping.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
