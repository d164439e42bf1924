using System.Text;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.Rendering.Internal;

// YAML in the members' order of the documentation; every text that could read as something else is quoted.
internal static class YamlWriter
{
    public static string Write(RuleSetDocument document)
    {
        StringBuilder text = new();
        Map(text, CanonicalJson.ToValue(document), 0, first: false);
        return text.ToString();
    }

    private static void Map(StringBuilder text, MapValue map, int indent, bool first)
    {
        foreach ((string name, RuleValue value) in map.Members)
        {
            text.Append(' ', first ? 0 : indent);
            first = false;
            text.Append(Scalar(name)).Append(':');
            Value(text, value, indent);
        }
    }

    private static void Value(StringBuilder text, RuleValue value, int indent)
    {
        switch (value)
        {
            case MapValue { Members.Count: > 0 } map:
                text.Append('\n');
                Map(text, map, indent + 2, first: false);
                break;
            case ListValue { Items.Count: > 0 } list:
                text.Append('\n');
                foreach (RuleValue item in list.Items)
                {
                    text.Append(' ', indent + 2).Append("- ");
                    if (item is MapValue { Members.Count: > 0 } map)
                    {
                        Map(text, map, indent + 4, first: true);
                    }
                    else
                    {
                        text.Append(Inline(item)).Append('\n');
                    }
                }

                break;
            default:
                text.Append(' ').Append(Inline(value)).Append('\n');
                break;
        }
    }

    private static string Inline(RuleValue value) => value switch
    {
        TextValue text => Scalar(text.Value),
        MapValue map => "{" + string.Join(", ", map.Members.Select(m => Scalar(m.Key) + ": " + Inline(m.Value))) + "}",
        ListValue list => "[" + string.Join(", ", list.Items.Select(Inline)) + "]",
        _ => value.ToString()!,
    };

    private static string Scalar(string text)
    {
        bool plain = text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ' ')
            && text[^1] != ' ' && text is not ("true" or "false" or "null");
        if (plain)
        {
            return text;
        }

        return text.Any(char.IsControl) ? CanonicalJson.Write(new TextValue(text)) : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
    }
}
