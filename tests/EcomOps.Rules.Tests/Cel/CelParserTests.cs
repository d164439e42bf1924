using EcomOps.Rules.Cel;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Tests.Cel;

public sealed class CelParserTests
{
    [Theory]
    [InlineData("a &&", "RUL1001", 4)]
    [InlineData("a = 1", "RUL1001", 2)]
    [InlineData("a and b", "RUL1001", 2)]
    [InlineData("(a", "RUL1001", 2)]
    [InlineData("a ? b", "RUL1001", 5)]
    [InlineData("[1, 2", "RUL1001", 5)]
    [InlineData("a.in", "RUL1001", 2)]
    [InlineData("while", "RUL1001", 0)]
    [InlineData("a\u00a0+ b", "RUL1001", 1)]
    [InlineData("“a”", "RUL1001", 0)]
    [InlineData("9223372036854775808", "RUL1003", 0)]
    [InlineData("18446744073709551616u", "RUL1003", 0)]
    [InlineData("1e400", "RUL1003", 0)]
    [InlineData("12abc", "RUL1003", 0)]
    [InlineData("'abc", "RUL1003", 0)]
    [InlineData("'a\nb'", "RUL1003", 0)]
    [InlineData(@"'\q'", "RUL1003", 1)]
    [InlineData(@"'\ud800'", "RUL1003", 1)]
    [InlineData(@"b'\u0041'", "RUL1003", 2)]
    [InlineData("`a`", "RUL1001", 0)]
    [InlineData("a.`", "RUL1001", 2)]
    [InlineData("Order{id: 1}", "RUL1004", 0)]
    [InlineData("a.b.Order{}", "RUL1004", 0)]
    [InlineData("has(a)", "RUL1005", 4)]
    [InlineData("x.all(1, true)", "RUL1005", 6)]
    [InlineData("x.all(a, a, true)", "RUL1005", 9)]
    [InlineData("cel.bind(a.b, 1, 2)", "RUL1005", 9)]
    [InlineData("cel.block(1, 2)", "RUL1005", 10)]
    public void A_wrong_source_is_refused_at_its_place(string source, string code, int offset)
    {
        CelParseResult result = CelParser.Parse(source);

        Assert.Null(result.Root);
        Diagnostic found = Assert.Single(result.Diagnostics);
        Assert.Equal((code, offset), (found.Code, found.Span.Offset));
        Assert.EndsWith(".", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a = 1", "==")]
    [InlineData("a & b", "&&")]
    [InlineData("a or b", "||")]
    [InlineData("m.true", "`true`")]
    public void A_slip_of_another_language_comes_with_its_fix(string source, string replacement) =>
        Assert.Equal(replacement, CelParser.Parse(source).Diagnostics[0].Fix?.Replacement);

    [Theory]
    [InlineData("a  &&(b||c)", "a && (b || c)")]
    [InlineData("((a))", "a")]
    [InlineData("a - (b - c)", "a - (b - c)")]
    [InlineData("(a - b) - c", "a - b - c")]
    [InlineData("- 5", "-5")]
    [InlineData("-(5)", "-(5)")]
    [InlineData("-(5).abs()", "-(5.abs())")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("!(a == b)", "!(a == b)")]
    [InlineData("(a ? b : c) ? d : e", "(a ? b : c) ? d : e")]
    [InlineData("a ? b : (c ? d : e)", "a ? b : c ? d : e")]
    [InlineData("a.`content-type`", "a.`content-type`")]
    [InlineData("a.`b`", "a.b")]
    [InlineData("has(a.?b.c)", "has(a.?b.c)")]
    [InlineData("a[?0].?b", "a[?0].?b")]
    [InlineData("[1, ?a, ]", "[1, ?a]")]
    [InlineData("{'k': 1, ?'o': x,}", "{\"k\": 1, ?\"o\": x}")]
    [InlineData(".a.b(c)", ".a.b(c)")]
    [InlineData("x.exists(i, i > 1)", "x.exists(i, i > 1)")]
    [InlineData("x.existsOne(i, i > 1)", "x.exists_one(i, i > 1)")]
    [InlineData("x.transformMap(k, v, v > 1, k)", "x.transformMap(k, v, v > 1, k)")]
    [InlineData("cel.bind(t, 1, t + t)", "cel.bind(t, 1, t + t)")]
    [InlineData("cel.block([1, cel.index(0)], cel.index(1))", "cel.block([1, cel.index(0)], cel.index(1))")]
    [InlineData("x.map(cel.iterVar(0, 1), cel.iterVar(0, 1) + 1)", "x.map(cel.iterVar(0, 1), cel.iterVar(0, 1) + 1)")]
    [InlineData("o.optMap(v, v)", "o.optMap(v, v)")]
    [InlineData("R'\\d' + B\"\\x41\"", "\"\\\\d\" + b'A'")]
    [InlineData("'''a\r\nb'''", "\"a\\nb\"")]
    [InlineData("0x1F", "0x1F")]
    [InlineData("1u in [2U]", "1u in [2U]")]
    public void The_printer_gives_the_canonical_text(string source, string canonical)
    {
        CelNode root = Parse(source);

        Assert.Equal(canonical, root.ToString());
        Assert.Equal(canonical, Parse(canonical).ToString());
    }

    [Fact]
    public void Spans_name_lines_and_columns()
    {
        var chain = Assert.IsType<CelBinary>(Parse("a == 1\n  && b.c > 2 // why\n  && f(d)"));

        IReadOnlyList<CelNode> parts = CelBinary.Flatten(chain, CelOperator.And);
        Assert.Equal(["1:1", "2:6", "3:6"], parts.Select(p => p.Span.ToString()));
        Assert.Equal([6, 7, 4], parts.Select(p => p.Span.Length));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{1: ")]
    [InlineData("!")]
    [InlineData("-")]
    [InlineData("f(")]
    [InlineData("a[")]
    [InlineData("true ? 1 : ")]
    [InlineData("a.b(")]
    public void Nesting_is_bounded_without_a_deep_stack(string opening)
    {
        Diagnostic found = CelParser.Parse(string.Concat(Enumerable.Repeat(opening, 8000))[..Math.Min(30_000, 8000 * opening.Length)]).Diagnostics[0];

        Assert.Equal("RUL1002", found.Code);
    }

    [Fact]
    public void Long_chains_are_balanced_and_long_sources_refused()
    {
        CelNode chain = Parse(string.Join(" && ", Enumerable.Repeat("a", 5000)));

        Assert.InRange(chain.Depth, 1, 15);
        Assert.Equal(5000, CelBinary.Flatten(chain, CelOperator.And).Count);
        Assert.Equal("RUL1002", CelParser.Parse(new string(' ', CelParser.MaximumLength + 1)).Diagnostics[0].Code);
        Assert.Equal("RUL1002", CelParser.Parse(string.Join(" + ", Enumerable.Repeat("1", 400))).Diagnostics[0].Code);
    }

    [Fact]
    public void What_the_printer_writes_reads_back_as_the_same_tree()
    {
        var random = new RandomExpressions(20261124);
        for (int i = 0; i < 2000; i++)
        {
            string source = random.Next();
            CelNode root = Parse(source);
            Assert.Equal(root.ToString(), Parse(root.ToString()).ToString());
        }
    }

    private static CelNode Parse(string source)
    {
        CelParseResult result = CelParser.Parse(source);
        Assert.True(result.IsSuccess, $"{source}: {string.Join("; ", result.Diagnostics.Select(d => d.Message))}");
        return result.Root;
    }
}
