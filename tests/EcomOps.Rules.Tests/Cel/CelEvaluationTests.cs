using EcomOps.Rules.Cel;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Tests.Cel;

public sealed class CelEvaluationTests
{
    [Theory]
    [InlineData("s.size() == 7 && s.charAt(6) == '😀' && s.indexOf('😀') == 6 && s.substring(6) == '😀'")]
    [InlineData("s.reverse() == '😀 evïan' && s.lastIndexOf('e') == 4")]
    [InlineData("'\\uffff' < '😀' && 'a' < 'b' && '' < 'a'")]
    [InlineData("'a,b,,c'.split(',') == ['a', 'b', '', 'c'] && 'a,b,c'.split(',', 2) == ['a', 'b,c'] && 'ab'.split('') == ['a', 'b']")]
    [InlineData("'banana'.replace('a', 'o', 2) == 'bonona' && 'ab'.replace('', '-') == '-a-b-'")]
    [InlineData("['a', 'b'].join('-') == 'a-b' && [].join() == ''")]
    [InlineData("'  a \\u00a0'.trim() == 'a' && strings.quote('a\"b\\n') == '\"a\\\\\"b\\\\n\"'")]
    [InlineData("'%s|%d|%.2f|%e|%b|%o|%x|%X'.format(['a', 12, 0.125, 1234.5, 5, 8, 255, 'hi']) == 'a|12|0.12|1.234500e+03|101|10|ff|6869'")]
    [InlineData("'%s'.format([[1, {'b': 2.0, 'a': null}, price, total, day]]) == '[1, {a: null, b: 2}, 19.99, 50.00 EUR, 2026-11-27]'")]
    [InlineData("string(1e23) == '1e+23' && string(0.1 + 0.2) == '0.30000000000000004' && string(1e-7) == '1e-07' && string(100.0) == '100'")]
    [InlineData("[3, 1, 2].sort() == [1, 2, 3] && ['b', 'a'].sort() == ['a', 'b'] && l.sortBy(y, -y) == [3, 2, 1]")]
    [InlineData("[1, 1.0, 1u, 2].distinct() == [1, 2] && [[1], [1]].distinct() == [[1]]")]
    [InlineData("[[1], [2, [3]]].flatten() == [1, 2, [3]] && [[1], [2, [3]]].flatten(2) == [1, 2, 3]")]
    [InlineData("lists.range(3) == [0, 1, 2] && [1, 2, 3].slice(1, 3) == [2, 3] && [1, 2].reverse() == [2, 1]")]
    [InlineData("[1, 2].first().value() == 1 && [1, 2].last().value() == 2 && ![].first().hasValue()")]
    [InlineData("sets.contains([1, 2, 3], [2u, 1.0]) && sets.equivalent([1, 1], [1]) && sets.intersects([1], [2, 1]) && !sets.intersects([], [1])")]
    [InlineData("price == 19.99 && price + 0.01 == 20 && price * 2 == 39.98 && 0.01 + price == 20.00")]
    [InlineData("price in [1, 19.99] && (b ? 19.99 : 1.5) == price && -price == -19.99")]
    [InlineData("decimal.div(1, 3, 4, 'half-up') == 0.3333 && decimal.div(price, 2, 2, 'half-even') == 10.00 && decimal.round(2.345, 2, 'half-even') == 2.34")]
    [InlineData("decimal.round(-1.5, 0, 'half-down') == -1 && decimal.round(-1.1, 0, 'floor') == -2 && decimal.round(1.1, 0, 'up') == 2")]
    [InlineData("math.greatest(price, 20) == 20 && math.least(price, 20.5) == 19.99 && math.abs(-price) == price")]
    [InlineData("total * 2 == money('100.00', 'EUR') && total + total > total && (total * 1.21).amount == 60.50 && total.currency == 'EUR'")]
    [InlineData("money.round(total * 0.333, 'half-up') == money('16.65', 'EUR') && string(total) == '50.00 EUR'")]
    [InlineData("day + days(3) == date('2026-11-30') && day - date('2026-11-01') == 26 && day.dayOfWeek() == 5 && day.dayOfWeek == 5 && day.month() == 11")]
    [InlineData("at.dateIn('Europe/Amsterdam') == date('2026-11-28') && at.getDate() == 27 && at.getDate('+01:00') == 28")]
    [InlineData("math.round(-2.5) == -3.0 && math.bitShiftRight(-1, 1) == 9223372036854775807 && math.sqrt(9) == 3.0")]
    [InlineData("o.orValue(0) == 4 && m.?k.orValue(0) == 5 && m.?z.orValue(9) == 9 && [1][?3].or(o).value() == 4")]
    [InlineData("optional.ofNonZeroValue('').hasValue() == false && o.optMap(v, v + 1).value() == 5")]
    [InlineData("{1: 'a'}[dyn(1.0)] == 'a' && dyn(1u) in {1: 2} && dyn(1) == 1.0 && dyn(1u) == 1")]
    [InlineData("dyn(9223372036854775807) >= 9223372036854775808.0 && !(dyn(9223372036854775807) < 9223372036854775808.0)")]
    [InlineData("0.0 / 0.0 != 0.0 / 0.0 && !(0.0 / 0.0 < 1.0) && 1.0 / 0.0 > 1e308")]
    [InlineData("m.transformMapEntry(k, v, {string(v): k}) == {'5': 'k'}")]
    [InlineData("l.transformList(n, v, n > 0, v + n) == [2, 4]")]
    public void An_expression_holds(string source) => Assert.True(Expressions.Holds(source), source);

    [Theory]
    [InlineData("9223372036854775807 + i")]
    [InlineData("i / (i - 7)")]
    [InlineData("i % 0")]
    [InlineData("l[5]")]
    [InlineData("m['z'] == 1")]
    [InlineData("int(s)")]
    [InlineData("s.charAt(99)")]
    [InlineData("{s: 1, s: 2}.size()")]
    [InlineData("lists.range(1000000)")]
    [InlineData("[1, 'a'].sort()")]
    [InlineData("price * 79228162514264337593.5 * 1000000000.5")]
    [InlineData("date('9999-12-31') + days(i)")]
    [InlineData("day + duration('90m')")]
    [InlineData("at.getHours('Mars/Olympus')")]
    [InlineData("optional.none().value()")]
    [InlineData("'%d'.format([s])")]
    [InlineData("base64.decode(s)")]
    public void What_has_no_value_is_a_failure_and_never_an_exception(string source)
    {
        var failure = Assert.IsType<CelFailure>(Expressions.Run(source));

        Assert.Equal(RuleErrorKind.Expression, failure.Error.Kind);
        Assert.DoesNotContain("naïve", failure.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 / 0 > 0 && false", false)]
    [InlineData("false && 1 / 0 > 0", false)]
    [InlineData("1 / 0 > 0 || true", true)]
    [InlineData("true || 1 / 0 > 0", true)]
    [InlineData("(1 / 0 > 0 && true) || (b && 2 > 1)", true)]
    [InlineData("[0, 1].exists(y, 1 / y > 0)", true)]
    [InlineData("[0, 1].all(y, 1 / y > 5)", false)]
    [InlineData("cel.bind(y, 1 / 0, b || y > 0)", true)]
    public void The_deciding_side_absorbs_errors(string source, bool value) => Assert.Equal(value, Expressions.Holds(source));

    [Fact]
    public void Other_currencies_are_errors_also_for_equality()
    {
        foreach (string source in new[] { "total == money('50', 'USD')", "total < money('50', 'USD')", "total + money('1', 'USD') == total", "dyn(total) == dyn(money('1', 'USD'))" })
        {
            Assert.Equal(RuleErrorKind.CurrencyMismatch, Assert.IsType<CelFailure>(Expressions.Run(source)).Error.Kind);
        }
    }

    [Fact]
    public void A_variable_without_value_is_named()
    {
        CelResult result = Expressions.Environment.Compile("i > 1 && s == 'a'").Require().Evaluate(new Dictionary<string, object?> { ["i"] = 3L });

        Assert.Equal("s", Assert.IsType<CelFailure>(result).Error.Attribute);
    }

    [Theory]
    [InlineData("lists.range(1000).all(y, lists.range(1000).all(z, y + z >= 0))")]
    [InlineData("cel.bind(a, s + s, cel.bind(c, a + a + a + a, cel.bind(e, c + c + c + c + c + c, cel.bind(f, e + e + e + e + e + e, (f + f + f + f + f + f).size() > 0))))")]
    [InlineData("lists.range(1000).map(y, s).join().matches('(a|b|c|d)*e') || lists.range(9000).exists(y, y > 100000)")]
    [InlineData("true || lists.range(1000).all(y, lists.range(1000).all(z, true)) && [1].all(y, y == y)")]
    public void A_budget_ends_what_costs_too_much(string source)
    {
        CelResult result = Expressions.Run(source, budget: 2000);

        // The last source costs nothing: the first operand decides.
        if (source.StartsWith("true", StringComparison.Ordinal))
        {
            Assert.IsType<CelValue>(result);
            return;
        }

        Assert.Equal(RuleErrorKind.Budget, Assert.IsType<CelFailure>(result).Error.Kind);
    }

    [Fact]
    public void A_used_up_budget_is_not_absorbed() =>
        Assert.Equal(RuleErrorKind.Budget, Assert.IsType<CelFailure>(Expressions.Run("lists.range(9000).all(y, true) || true", budget: 1000)).Error.Kind);

    [Fact]
    public void The_cost_is_the_same_each_time()
    {
        const string Source = "l.map(y, s + string(y)).filter(t, t.matches('^n.*[0-9]$')).size() == 3";
        long least = 1;
        while (Expressions.Run(Source, budget: least) is CelFailure)
        {
            least++;
        }

        Assert.IsType<CelFailure>(Expressions.Run(Source, budget: least - 1));
        Assert.IsType<CelValue>(Expressions.Run(Source, budget: least));
        Assert.InRange(least, 30, 200);
    }
}
