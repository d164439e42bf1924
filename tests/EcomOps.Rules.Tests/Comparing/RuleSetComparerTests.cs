using EcomOps.Rules.Comparing;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Tests.Checking;

namespace EcomOps.Rules.Tests.Comparing;

public sealed class RuleSetComparerTests
{
    [Fact]
    public void The_same_meaning_in_other_words_is_no_change()
    {
        RuleChange change = Assert.Single(Compare(("customer.vip && order.total < 500.00", "\"!(order.total >= 500.00) && customer.vip\"")));
        Assert.Equal(("vip", RuleChangeKind.Reworded, true), (change.Rule, change.Kind, change.Area!.IsSame));
    }

    [Fact]
    public void A_moved_bound_shows_an_input_that_changes_hands()
    {
        RuleChange change = Assert.Single(Compare(("velocity.cards >= 3", "velocity.cards > 4")));
        Assert.Equal(RuleChangeKind.Changed, change.Kind);
        Assert.Null(change.Area!.Gained);
        Assert.InRange((long)change.Area.Lost!.Values["velocity.cards"], 3, 4);
    }

    [Fact]
    public void Outcomes_places_and_rules_that_come_and_go_are_told()
    {
        IReadOnlyList<RuleChange> changes = Compare(("action: review", "action: block"), ("id: many-cards", "id: cards"));
        Assert.Equal(["many-cards Removed", "large-abroad Changed", "cards Added"], changes.Select(c => $"{c.Rule} {c.Kind}"));
        Assert.Equal(["outcome {action: review} became {action: block}"], changes[1].Details);
        Assert.NotNull(changes[2].Area!.Gained);
    }

    private static IReadOnlyList<RuleChange> Compare(params (string Old, string New)[] edits)
    {
        RuleSetDocument before = Screening.Read(Screening.Text).Document! with { Tests = [] };
        string text = edits.Aggregate(Screening.Text[..Screening.Text.IndexOf("tests:", StringComparison.Ordinal)], (t, e) => t.Replace(e.Old, e.New, StringComparison.Ordinal));
        return RuleSetComparer.Compare(before, Screening.Read(text).Require().Document, Screening.Vocabulary);
    }
}
