using EcomOps.Core;
using EcomOps.Rules.Cel;
using NodaTime;

namespace EcomOps.Rules.Tests.Cel;

public sealed class CelFunctionTests
{
    private static readonly CelEnvironment Environment = CelEnvironment.Dialect
        .WithVariable("x", CelType.Dyn)
        .WithFunctions(
            CelFunction.Create<long, long>("risk.score(int) -> int", a => a * 2, cost: 50),
            CelFunction.Create<string, long>("risk.score(string) -> int", a => a.Length),
            CelFunction.Create<string, bool>("string.isSku() -> bool", a => a.StartsWith("SKU", StringComparison.Ordinal)),
            CelFunction.Create<Money, LocalDate, Money>("price.on(money, date) -> money", (m, d) => d.Month == 11 ? m * 0.5m : m),
            CelFunction.Create<string, long, decimal, decimal>("tier.discount(string, int, decimal) -> decimal", (_, n, d) => n * d),
            CelFunction.Create<string, long>("risk.lookup(string) -> int", a => throw new ArgumentException(a)));

    [Theory]
    [InlineData("risk.score(4) == 8 && risk.score('abc') == 3")]
    [InlineData("risk.score(dyn(4)) == 8 && risk.score(x) == 2")]
    [InlineData("'SKU-1'.isSku() && !'X'.isSku()")]
    [InlineData("price.on(money('10', 'EUR'), date('2026-11-01')) == money('5', 'EUR')")]
    [InlineData("tier.discount('gold', 3, 0.5) == 1.5")]
    public void A_host_adds_typed_functions(string source) =>
        Assert.Equal(true, Assert.IsType<CelValue>(Environment.Compile(source).Require().Evaluate(new Dictionary<string, object?> { ["x"] = 1 })).Value);

    [Fact]
    public void Their_types_are_checked_and_their_failures_are_failures()
    {
        Assert.Equal("RUL1103", Environment.Compile("risk.score(true)").Diagnostics[0].Code);
        Assert.Equal("RUL1102", Environment.Compile("risk.scor(1)").Diagnostics[0].Code);
        Assert.IsType<CelFailure>(Environment.Compile("risk.lookup('secret')").Require().Evaluate());
        Assert.IsType<CelFailure>(Environment.Compile("risk.score(x) > 1").Require().Evaluate(new Dictionary<string, object?> { ["x"] = 1 }, budget: 20));
    }

    [Fact]
    public void A_signature_must_fit_its_delegate()
    {
        Assert.Throws<ArgumentException>(() => CelFunction.Create<int, long>("f(int) -> int", a => a));
        Assert.Throws<ArgumentException>(() => CelFunction.Create<long, long>("f(int, int) -> int", a => a));
        Assert.Throws<ArgumentException>(() => CelFunction.Create<long, long>("f(int", a => a));
        Assert.Throws<ArgumentOutOfRangeException>(() => CelFunction.Create<long, long>("f(int) -> int", a => a, -1));
    }

    [Fact]
    public void Values_of_hosts_are_taken_as_types_of_the_language()
    {
        var bindings = new Dictionary<string, object?> { ["x"] = new Dictionary<string, object?> { ["n"] = 3, ["l"] = new List<int> { 1, 2 }, ["f"] = 1.5f } };
        CelProgram program = Environment.Compile("x.n == 3 && x.l[1] == 2 && x.f == 1.5").Require();

        Assert.Equal(true, Assert.IsType<CelValue>(program.Evaluate(bindings)).Value);
        Assert.Throws<ArgumentException>(() => program.Evaluate(new Dictionary<string, object?> { ["x"] = new Uri("https://example.test") }));
    }

    [Fact]
    public void Plain_cel_has_no_decimals()
    {
        Assert.Equal("RUL1102", CelEnvironment.Standard.Compile("decimal('1')").Diagnostics[0].Code);
        Assert.Equal(3L, Assert.IsType<CelValue>(CelEnvironment.Standard.Compile("1 + 2").Require().Evaluate()).Value);
    }
}
