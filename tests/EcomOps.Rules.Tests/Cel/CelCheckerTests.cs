using EcomOps.Rules.Cel;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Tests.Cel;

public sealed class CelCheckerTests
{
    [Theory]
    [InlineData("pric > 1", "RUL1101", 0, "price")]
    [InlineData("s.startWith('a')", "RUL1102", 2, "startsWith")]
    [InlineData("math.abss(i)", "RUL1102", 0, "math.abs")]
    [InlineData("i + s", "RUL1103", 0, "int and string")]
    [InlineData("i && b", "RUL1103", 0, "Compare")]
    [InlineData("size(i)", "RUL1103", 0, "size(")]
    [InlineData("s == 1", "RUL1103", 0, "string and int")]
    [InlineData("s == null", "RUL1103", 0, "has(")]
    [InlineData("l < l", "RUL1103", 0, "list(int)")]
    [InlineData("s in l", "RUL1103", 0, "never")]
    [InlineData("1 in i", "RUL1103", 5, "list or a map")]
    [InlineData("i.exists(y, true)", "RUL1103", 0, "walk")]
    [InlineData("l.all(y, y)", "RUL1103", 9, "condition")]
    [InlineData("b ? 1 : 'a'", "RUL1103", 0, "int and string")]
    [InlineData("m[1]", "RUL1103", 2, "string")]
    [InlineData("i.k", "RUL1111", 2, "no field")]
    [InlineData("total.currancy", "RUL1111", 6, "no field")]
    [InlineData("o.orValue('a')", "RUL1103", 10, "int")]
    [InlineData("price > d", "RUL1104", 0, "not exact")]
    [InlineData("price * d", "RUL1104", 0, "not exact")]
    [InlineData("total > 5", "RUL1106", 0, "money(")]
    [InlineData("price / 2", "RUL1103", 0, "decimal.div")]
    [InlineData("date('2026-02-30') == day", "RUL1112", 0, "no date")]
    [InlineData("money('1.00', 'EURO') == total", "RUL1112", 0, "ISO 4217")]
    [InlineData("duration('1 day') > duration('1h')", "RUL1112", 0, "no duration")]
    [InlineData("s.matches('(a')", "RUL1107", 10, "not closed")]
    [InlineData(@"s.matches(r'(a)\1')", "RUL1107", 10, "linear time")]
    [InlineData("s.matches('a(?=b)')", "RUL1107", 10, "linear time")]
    public void A_wrong_expression_is_refused_with_its_place_and_remedy(string source, string code, int offset, string says)
    {
        Diagnostic found = Assert.Single(Expressions.Problems(source));

        Assert.Equal((code, offset), (found.Code, found.Span.Offset));
        Assert.Contains(says, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_of_an_expression_are_reported_at_once() =>
        Assert.Equal([0, 12, 26], Expressions.Problems("pric > 1 && s + 1 == s && sze(s) > 1").Select(d => d.Span.Offset));

    [Theory]
    [InlineData("[]", "list(dyn)")]
    [InlineData("[1, 2u]", "list(dyn)")]
    [InlineData("[[], [1]]", "list(list(int))")]
    [InlineData("l.map(y, string(y))", "list(string)")]
    [InlineData("m.map(k, k)", "list(string)")]
    [InlineData("m.transformMap(k, v, v * 2)", "map(string, int)")]
    [InlineData("m.?k", "optional_type(int)")]
    [InlineData("o.optMap(v, string(v)).orValue('')", "string")]
    [InlineData("price * 2 + 0.5", "decimal")]
    [InlineData("total * 1.21", "money")]
    [InlineData("total.amount", "decimal")]
    [InlineData("day - day", "int")]
    [InlineData("day + days(3)", "date")]
    [InlineData("at.dateIn('Europe/Amsterdam').dayOfWeek()", "int")]
    [InlineData("math.greatest(1, 2)", "int")]
    [InlineData("math.greatest(1, 2.0)", "dyn")]
    [InlineData("dyn(1) + 2", "dyn")]
    [InlineData("cel.bind(y, l, y[0])", "int")]
    [InlineData("l.sortBy(y, -y)", "list(int)")]
    [InlineData("type(1)", "type(int)")]
    public void Types_are_deduced(string source, string type) => Assert.Equal(type, Expressions.Environment.Compile(source).Require().ResultType.ToString());

    [Fact]
    public void Macros_over_collections_nest_as_deep_as_a_set_allows_and_costs_are_known()
    {
        CelProgram flat = Expressions.Environment.Compile("l.all(y, y > 1)").Require();
        CelProgram deep = Expressions.Environment.Compile("l.all(y, l.all(z, l.all(w, w > 1)))").Require();

        Assert.InRange(flat.WorstCost, 300, 1000);
        Assert.InRange(deep.WorstCost, 3_000_000, 10_000_000);
    }

    [Fact]
    public void A_type_reads_back_as_it_is_written()
    {
        foreach (string text in new[] { "int", "list(map(string, optional_type(duration)))", "type(dyn)", "tuple(int, string)", "decimal" })
        {
            Assert.Equal(text, CelType.Parse(text).ToString());
        }

        Assert.Throws<FormatException>(() => CelType.Parse("list(int"));
        Assert.Throws<FormatException>(() => CelType.Parse(""));
    }
}
