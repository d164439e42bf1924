using System.Collections;
using EcomOps.Core;
using EcomOps.Rules.DecisionSets.Internal;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Explanation.Internal;

internal static class OperandText
{
    private const int Longest = 80;

    public static string Of(object? value)
    {
        string text = value switch
        {
            null => "null",
            string s => "'" + s + "'",
            Money m => m.ToString(),
            IReadOnlyList<object?> list => "[" + string.Join(", ", list.Take(10).Select(Of)) + (list.Count > 10 ? $", ... {list.Count} items" : "") + "]",
            IDictionary map => $"{{{map.Count} entries}}",
            _ => Literal(OutcomeValues.ToLiteral(value)),
        };
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 3), "...");
    }

    private static string Literal(RuleValue value) => value.ToString()!;
}
