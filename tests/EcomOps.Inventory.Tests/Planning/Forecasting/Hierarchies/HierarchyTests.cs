using EcomOps.Inventory.Forecasting.Hierarchies;

namespace EcomOps.Inventory.Tests.Planning.Forecasting.Hierarchies;

public sealed class HierarchyTests
{
    [Fact]
    public void All_that_is_wrong_is_in_one_message()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Hierarchy.Of(
            ["a", "b"], [new("empty", []), new("twice", ["a", "one", "a"]), new("one", ["a"]), new("odd", ["zzz"]), new("loop", ["ring"]), new("ring", ["loop"])]));
        Assert.All(["'empty' is empty", "'a' counts twice in 'twice'", "'zzz' in 'odd'", "contains itself"], text => Assert.Contains(text, error.Message, StringComparison.Ordinal));
        Assert.Contains("used twice", Assert.Throws<ArgumentException>(() => Hierarchy.Total("a", ["a", "a"])).Message, StringComparison.Ordinal);
        Assert.Contains("no series", Assert.Throws<ArgumentException>(() => Hierarchy.Total("shop", [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_come_before_series()
    {
        Hierarchy tree = Hierarchy.Of(["a", "b"], [new("shop", ["x", "b"]), new("x", ["a"])]);
        Assert.Equal(["shop", "x", "a", "b"], tree.Nodes);
    }
}
