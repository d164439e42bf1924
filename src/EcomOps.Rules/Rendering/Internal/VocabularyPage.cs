using System.Text;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Rendering.Internal;

internal static class VocabularyPage
{
    public static string Write(Vocabulary vocabulary)
    {
        StringBuilder text = new();
        text.Append("# ").Append(vocabulary.Title.Length > 0 ? vocabulary.Title : vocabulary.Name).Append("\n\nFacts of `").Append(vocabulary.Reference).Append("`. ")
            .Append("`now` (timestamp) and `today` (date) are always there.\n\n");
        Table(text, vocabulary.Attributes);
        if (vocabulary.Constraints.Count > 0)
        {
            text.Append("\nEvery real input satisfies:\n\n");
            foreach (string constraint in vocabulary.Constraints)
            {
                text.Append("- `").Append(constraint).Append("`\n");
            }
        }

        return text.ToString();
    }

    public static void Table(StringBuilder text, IEnumerable<VocabularyAttribute> attributes)
    {
        text.Append("| fact | type | meaning |\n|---|---|---|\n");
        foreach (VocabularyAttribute attribute in attributes)
        {
            AttributeType type = attribute.Type;
            string limits = (type.Minimum, type.Maximum) switch
            {
                (null, null) => string.Empty,
                (var low, null) => $", from {low}",
                (null, var high) => $", up to {high}",
                var (low, high) => $", {low} to {high}",
            };
            string presence = (attribute.IsOptional ? ", may be absent" : string.Empty) + (attribute.IsFetched ? ", fetched when needed" : string.Empty);
            string unit = attribute.Unit.Length > 0 ? $" ({attribute.Unit})" : string.Empty;
            string description = attribute.Description.Length > 0 ? ": " + attribute.Description : string.Empty;
            text.Append("| `").Append(attribute.Path).Append("` | ").Append(Cell(type + limits + presence)).Append(" | ")
                .Append(Cell(Words.Of(attribute) + unit + description)).Append(" |\n");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
