using System.Text.Json;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Importing.Internal;

// Cells of Zen decision tables: "> 10", "'a', 'b'", "[1..5)", "not in ['x']", or a whole expression with $ for the column.
internal static class ZenCell
{
    private static readonly string[] Comparisons = [">=", "<=", "==", "!=", ">", "<"];

    public static string? Condition(string cell, string? field, out string error)
    {
        if (field is null)
        {
            return ForeignExpression.Translate(cell, ForeignDialect.Zen, null, out error);
        }

        if (ForeignTokens.Split(cell, out _) is not { } tokens)
        {
            error = "a text is not closed";
            return null;
        }

        if (tokens.Exists(t => t is { IsText: false, Text: "$" }))
        {
            return ForeignExpression.Translate(cell, ForeignDialect.Zen, field, out error);
        }

        List<string> alternatives = [];
        foreach (string part in Parts(cell, tokens))
        {
            if (Part(part.Trim(), field, out error) is not { } condition)
            {
                return null;
            }

            alternatives.Add(condition);
        }

        error = string.Empty;
        return alternatives.Count == 1 ? alternatives[0] : Union(alternatives, field);
    }

    public static RuleValue? Output(string cell, out string error)
    {
        error = string.Empty;
        try
        {
            using JsonDocument literal = JsonDocument.Parse(cell);
            return JsonReading.Value(literal.RootElement);
        }
        catch (JsonException)
        {
            if (cell.Length > 1 && cell[0] == '\'' && cell[^1] == '\'' && !cell[1..^1].Contains('\'', StringComparison.Ordinal))
            {
                return JsonReading.Literal(cell[1..^1]);
            }

            return ForeignExpression.Translate(cell, ForeignDialect.Zen, null, out error) is { } cel ? (RuleValue)("=" + cel) : null;
        }
    }

    // Splits at commas outside of brackets.
    private static IEnumerable<string> Parts(string cell, List<(string Text, bool IsText, int At)> tokens)
    {
        int depth = 0;
        int start = 0;
        foreach ((string text, bool isText, int at) in tokens.Where(t => !t.IsText))
        {
            depth += text is "(" or "[" ? 1 : text is ")" or "]" ? -1 : 0;
            if (text == "," && depth == 0)
            {
                yield return cell[start..at];
                start = at + 1;
            }
        }

        yield return cell[start..];
    }

    private static string? Part(string part, string field, out string error)
    {
        if (part.StartsWith('[') || part.StartsWith('(') || part.StartsWith("in ", StringComparison.Ordinal) || part.StartsWith("not in ", StringComparison.Ordinal))
        {
            string test = part[0] is '[' or '(' ? "in " + part : part;
            return ForeignExpression.Translate(field + " " + test, ForeignDialect.Zen, null, out error);
        }

        if (Array.Find(Comparisons, c => part.StartsWith(c, StringComparison.Ordinal)) is { } comparison)
        {
            // ">= 5 and < 10": each comparison has the column on its left.
            string[] sides = part.Split(" and ", StringSplitOptions.TrimEntries);
            return ForeignExpression.Translate(
                string.Join(" and ", sides.Select(s => Array.Exists(Comparisons, c => s.StartsWith(c, StringComparison.Ordinal)) ? field + " " + s : s)), ForeignDialect.Zen, null, out error);
        }

        return ForeignExpression.Translate(field + " == " + part, ForeignDialect.Zen, null, out error);
    }

    private static string Union(List<string> alternatives, string field)
    {
        string equal = field + " == ";
        return alternatives.TrueForAll(a => a.StartsWith(equal, StringComparison.Ordinal))
            ? $"{field} in [{string.Join(", ", alternatives.Select(a => a[equal.Length..]))}]"
            : "(" + string.Join(" || ", alternatives) + ")";
    }
}
