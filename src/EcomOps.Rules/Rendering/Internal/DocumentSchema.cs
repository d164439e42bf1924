using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Rendering.Internal;

// JSON Schema of rule documents. The reader accepts and refuses the same members.
internal static class DocumentSchema
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Vocabulary? vocabulary)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", "Rule set");
            json.WriteString("type", "object");
            Required(json, "ruleSet");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            Text(json, "ruleSet", "Id of the set, for example checkout/screening.");
            Whole(json, "version", 1, int.MaxValue, "Version number, from 1.");
            Text(json, "title", "Title for people.");
            Text(json, "description", "What the set is for.");
            Text(json, "owner", "Who answers for the set.");
            Choice(json, "dialect", "Expression dialect; ecomops/1 unless written.", [RuleSetDocument.EcomOpsDialect, RuleSetDocument.PlainDialect]);
            Text(json, "facts", vocabulary is null ? "Vocabulary and its major version." : $"Vocabulary and its major version: {vocabulary.Reference}.");
            Text(json, "zone", "IANA time zone of days and windows; UTC unless written.");
            Text(json, "currency", "ISO 4217 code of bare numbers beside money.");
            Choice(json, "hitPolicy", "How one decision is made of several matches; first unless written.", HitPolicy.All.Select(p => p.Text));
            Text(json, "fold", "Member of the outcome that accumulate folds.");
            Anything(json, "base", "Value that a sum starts from.");
            Text(json, "score", "CEL score under best, for rules without their own.");
            Choice(json, "orderBy", "Order of collected outcomes.", ["document", "priority"]);
            Anything(json, "outcome", "Type of outcomes: int, decimal, money, string ..., a list of texts, or a map of members to types.");
            Choice(json, "onError", "What an evaluation error does; fail unless written.", ["fail", "skip"]);
            Whole(json, "budget", 1, 10_000_000, "Cost budget of one decision.");
            Texts(json, "tags", "Tags of the set.");
            Texts(json, "use", "Imports, for example other-set#variables.");
            List(json, "variables", "Named expressions, evaluated at most once per decision.", "variable");
            json.WriteStartObject("lists");
            json.WriteString("type", "object");
            json.WriteString("description", "Named lists: entries, or null when the host supplies them.");
            json.WriteEndObject();
            Anything(json, "table", "Decision table: columns and rows, or csv, markdown or file.");
            List(json, "rules", "Rules in order.", "rule");
            Anything(json, "default", "Outcome when no rule matches.");
            List(json, "tests", "Examples: given these facts, expect this decision.", "test");
            json.WriteEndObject();
            json.WriteStartObject("$defs");
            Variable(json);
            Rule(json);
            Test(json, vocabulary);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Variable(Utf8JsonWriter json)
    {
        Open(json, "variable", "name", "expr");
        Text(json, "name", "Name in conditions.");
        Text(json, "expr", "CEL expression.");
        Close(json);
    }

    private static void Rule(Utf8JsonWriter json)
    {
        Open(json, "rule", "id");
        Text(json, "id", "Id, unique among its siblings.");
        Text(json, "title", "Short title.");
        Text(json, "description", "Longer explanation.");
        Text(json, "owner", "Who answers for the rule.");
        Anything(json, "when", "CEL condition; without it the rule always matches.");
        Anything(json, "then", "Outcome; a text that begins with = is CEL, \\= writes an equals sign.");
        Whole(json, "priority", int.MinValue, int.MaxValue, "Larger first; 0 unless written.");
        Text(json, "score", "CEL score under best.");
        Text(json, "from", "First day or instant of the rule's window, included.");
        Text(json, "until", "First day or instant after the rule's window.");
        Choice(json, "mode", "What the rule may do; live unless written.", ["live", "shadow", "off"]);
        Texts(json, "tags", "Tags for the caller's filter.");
        List(json, "rules", "Nested rules that inherit this rule's condition.", "rule");
        Close(json);
    }

    private static void Test(Utf8JsonWriter json, Vocabulary? vocabulary)
    {
        Open(json, "test", "name", "expect");
        Text(json, "name", "Name of the example.");
        Text(json, "at", "Evaluation instant.");
        json.WriteStartObject("given");
        json.WriteString("type", "object");
        json.WriteString("description", "Facts, nested or by dotted path.");
        if (vocabulary is not null)
        {
            Facts(json, [.. vocabulary.Attributes.Select(a => (a.Path.Split('.'), a))], 0);
            json.WriteStartObject("patternProperties");
            json.WriteStartObject("\\.");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("expect");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        Anything(json, "outcome", "Expected outcome; of a map only the members named.");
        Texts(json, "matched", "Expected ids of the rules that matched, in any order.");
        Choice(json, "decision", "Expected kind of decision.", ["decided", "noMatch", "conflict", "failed", "residual"]);
        json.WriteEndObject();
        json.WriteEndObject();
        Close(json);
    }

    private static void Facts(Utf8JsonWriter json, IReadOnlyList<(string[] Path, VocabularyAttribute Attribute)> attributes, int depth)
    {
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (IGrouping<string, (string[] Path, VocabularyAttribute Attribute)> group in attributes.GroupBy(a => a.Path[depth]))
        {
            json.WriteStartObject(group.Key);
            if (group.First() is { Attribute: var attribute, Path: var path } && path.Length == depth + 1)
            {
                Type(json, attribute);
            }
            else
            {
                json.WriteString("type", "object");
                Facts(json, [.. group], depth + 1);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Type(Utf8JsonWriter json, VocabularyAttribute attribute)
    {
        string words = Words.Of(attribute);
        json.WriteString("description", attribute.Unit.Length > 0 ? $"{words} ({attribute.Unit}), {attribute.Type}" : $"{words}, {attribute.Type}");
        string? type = attribute.Type.Kind switch
        {
            AttributeKind.Bool => "boolean",
            AttributeKind.Int => "integer",
            AttributeKind.String or AttributeKind.Date or AttributeKind.Timestamp or AttributeKind.Duration => "string",
            AttributeKind.List => "array",
            AttributeKind.Map or AttributeKind.Record => "object",
            _ => null,
        };
        if (type is not null)
        {
            json.WriteString("type", type);
        }

        if (attribute.Type.Kind == AttributeKind.Enum)
        {
            Enumeration(json, attribute.Type.Values);
        }
    }

    private static void Open(Utf8JsonWriter json, string name, params ReadOnlySpan<string> required)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "object");
        Required(json, required);
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
    }

    private static void Close(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Required(Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        json.WriteStartArray("required");
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void Described(Utf8JsonWriter json, string name, string? type, string description)
    {
        json.WriteStartObject(name);
        if (type is not null)
        {
            json.WriteString("type", type);
        }

        json.WriteString("description", description);
    }

    private static void Text(Utf8JsonWriter json, string name, string description)
    {
        Described(json, name, "string", description);
        json.WriteEndObject();
    }

    private static void Anything(Utf8JsonWriter json, string name, string description)
    {
        Described(json, name, null, description);
        json.WriteEndObject();
    }

    private static void Whole(Utf8JsonWriter json, string name, long minimum, long maximum, string description)
    {
        Described(json, name, "integer", description);
        json.WriteNumber("minimum", minimum);
        json.WriteNumber("maximum", maximum);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, string description)
    {
        Described(json, name, "array", description);
        json.WriteStartObject("items");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, string description, string item)
    {
        Described(json, name, "array", description);
        json.WriteStartObject("items");
        json.WriteString("$ref", "#/$defs/" + item);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Choice(Utf8JsonWriter json, string name, string description, IEnumerable<string> values)
    {
        Described(json, name, null, description);
        Enumeration(json, values);
        json.WriteEndObject();
    }

    private static void Enumeration(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray("enum");
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
