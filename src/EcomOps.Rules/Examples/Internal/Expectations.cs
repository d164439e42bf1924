using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Examples.Internal;

// Compares a decision with what an example expects.
internal static class Expectations
{
    public static List<string> Differences(TestExpectation expected, Decision decision)
    {
        List<string> differences = [];
        DecisionKind kind = decision switch
        {
            Decided => DecisionKind.Decided,
            NoMatch => DecisionKind.NoMatch,
            Conflict => DecisionKind.Conflict,
            Residual => DecisionKind.Residual,
            _ => DecisionKind.Failed,
        };
        DecisionKind? wanted = expected.Decision ?? (expected.Outcome is not null ? DecisionKind.Decided : null);
        if (wanted is { } w && w != kind)
        {
            differences.Add($"expected the decision {w}, got {kind}{Detail(decision)}");
        }

        if (expected.Outcome is not null && decision is Decided decided && Difference(expected.Outcome, decided.Outcome.ToRuleValue(), "outcome") is { } difference)
        {
            differences.Add(difference);
        }

        if (expected.Matched is { } matched)
        {
            string[] got = decision switch
            {
                Decided d => [.. d.Matched.Select(m => m.Id)],
                Conflict c => [.. c.Rules],
                _ => [],
            };
            if (!got.ToHashSet(StringComparer.Ordinal).SetEquals(matched))
            {
                differences.Add($"expected matched [{string.Join(", ", matched)}], got [{string.Join(", ", got)}]");
            }
        }

        return differences;
    }

    // Null when the expected value is met; of maps only the members named are compared.
    public static string? Difference(RuleValue expected, RuleValue actual, string path)
    {
        switch (expected, actual)
        {
            case (MapValue e, MapValue a):
                return e.Members.Select(m => a[m.Key] is { } value ? Difference(m.Value, value, path + "." + m.Key) : $"expected {path}.{m.Key} = {m.Value}, got none").FirstOrDefault(d => d is not null);
            case (ListValue e, ListValue a) when e.Items.Count == a.Items.Count:
                return e.Items.Select((item, i) => Difference(item, a.Items[i], $"{path}[{i}]")).FirstOrDefault(d => d is not null);
            case (_, MapValue money) when money["amount"] is { } amount && money["currency"] is TextValue currency && Same(expected, amount, currency.Value):
                return null;
            default:
                return Same(expected, actual, null) ? null : $"expected {path} = {expected}, got {actual}";
        }
    }

    private static bool Same(RuleValue expected, RuleValue actual, string? currency) => (expected, actual) switch
    {
        (NumberValue e, NumberValue a) => e.TryGetDecimal(out decimal x) && a.TryGetDecimal(out decimal y) ? x == y : e.ToDouble().Equals(a.ToDouble()),
        (NumberValue, TextValue a) when NumberValue.IsNumber(a.Value) => Same(expected, new NumberValue(a.Value), currency),
        (TextValue e, NumberValue a) when currency is not null && e.Value.EndsWith(" " + currency, StringComparison.Ordinal) && NumberValue.IsNumber(e.Value.AsSpan(0, e.Value.Length - 4)) =>
            Same(new NumberValue(e.Value[..^4]), a, null),
        (TextValue e, TextValue a) when currency is not null && NumberValue.IsNumber(a.Value) => Same(e, new NumberValue(a.Value), currency),
        (TextValue e, TextValue a) => e.Literal == a.Value || e.Value == a.Value,
        _ => expected.Equals(actual),
    };

    private static string Detail(Decision decision) => decision switch
    {
        Decided d => " " + d.Outcome,
        Failed f => $" in {f.Rule}: {f.Error.Message}",
        Conflict c => $" between {string.Join(", ", c.Rules)}",
        Residual r => $" that needs {string.Join(", ", r.Needs)}",
        _ => string.Empty,
    };
}
