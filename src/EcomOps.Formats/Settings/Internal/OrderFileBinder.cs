using System.Text.RegularExpressions;
using EcomOps.Formats.Orders.Internal;
using EcomOps.Operations.Settings;
using YamlDotNet.RepresentationModel;

namespace EcomOps.Formats.Settings.Internal;

/// <summary>Reads how order files are written and which of their rows are left out.</summary>
internal sealed class OrderFileBinder(SettingsMap root, SettingsIssues issues)
{
    private static readonly OrderField[] Required = [OrderField.OrderId, OrderField.Sku, OrderField.Quantity, OrderField.PlacedAt, OrderField.UnitPrice];
    private static readonly Dictionary<string, OrderField> Fields = Enum.GetValues<OrderField>().ToDictionary(field => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..], field => field);
    private static readonly string[] Tests = ["startsWith", "atMost", "matches", "doesNotMatch", "blank"];

    internal OrderFileSettings File()
    {
        var standard = new OrderFileSettings();
        if (root.Map("orders", "delimiter", "decimalSeparator", "encoding", "datePattern", "upperCaseSkus", "columns") is not { } map)
        {
            return standard;
        }

        string encoding = map.Text("encoding") ?? standard.Encoding;
        if (!TextEncoding.Names.Contains(encoding))
        {
            map.Refuse("encoding", "unknown_encoding", $"'{encoding}' is not one of {string.Join(", ", TextEncoding.Names)}.");
        }

        char delimiter = map.Parsed<char?>("delimiter", required: false, "bad_delimiter", "a delimiter such as \",\", \";\", \"|\" or tab", Parsers.TryDelimiter) ?? standard.Delimiter;
        char separator = map.Parsed<char?>("decimalSeparator", required: false, "bad_separator", "\".\" or \",\"", TrySeparator) ?? standard.DecimalSeparator;
        return new()
        {
            Delimiter = delimiter,
            DecimalSeparator = separator,
            Encoding = encoding,
            DatePattern = map.Parsed<string>("datePattern", required: false, "bad_date_pattern", "a pattern of date and time with a year, such as \"uuuu-MM-dd HH:mm:ss\"", Parsers.TryDatePattern) ?? standard.DatePattern,
            UpperCaseSkus = map.Flag("upperCaseSkus", standard.UpperCaseSkus),
            Columns = map.Has("columns") ? Columns(map) : standard.Columns,
        };
    }

    internal IReadOnlyList<ExclusionRule> Exclusions()
    {
        List<ExclusionRule> rules = [];
        foreach ((YamlNode node, string path) in root.Items("exclusions"))
        {
            if (SettingsMap.Open(node, path, issues, ["id", "reason", "field", "scope", .. Tests]) is { } map)
            {
                ExclusionRule rule = Rule(map);
                if (rules.Exists(other => other.Id == rule.Id))
                {
                    map.Refuse("id", "duplicate_id", $"'{rule.Id}' is used twice.");
                }

                rules.Add(rule);
            }
        }

        return rules;
    }

    private static Dictionary<OrderField, string> Columns(SettingsMap orders)
    {
        Dictionary<OrderField, string> columns = [];
        SettingsMap? map = orders.Map("columns", [.. Fields.Keys]);
        foreach ((string key, OrderField field) in Fields)
        {
            if (map?.Text(key, required: Required.Contains(field)) is { } column)
            {
                columns.Add(field, column);
            }
        }

        return columns;
    }

    private static ExclusionRule Rule(SettingsMap map)
    {
        string id = map.Text("id", required: true) ?? string.Empty;
        OrderField field = map.Parsed<OrderField?>("field", required: true, "unknown_field", $"a field; known are {string.Join(", ", Fields.Keys)}", TryField) ?? default;
        ExclusionScope scope = map.Parsed<ExclusionScope?>("scope", required: false, "unknown_scope", "\"sales\" or \"customers\"", TryScope) ?? ExclusionScope.Sales;
        return new(id, map.Text("reason", required: true) ?? string.Empty, field, Test(map, field), scope);
    }

    private static RowTest Test(SettingsMap map, OrderField field)
    {
        string[] given = [.. Tests.Where(map.Has)];
        if (given.Length != 1)
        {
            map.Refuse("id", given.Length == 0 ? "missing" : "several_tests", $"A rule must have one of {string.Join(", ", Tests)}.");
            return new BlankTest();
        }

        bool isNumber = field is OrderField.Quantity or OrderField.UnitPrice or OrderField.UnitDiscount;
        if (given[0] == "atMost" && !isNumber)
        {
            map.Refuse("atMost", "not_a_number_field", "atMost needs one of the fields quantity, unitPrice and unitDiscount.");
        }

        return given[0] switch
        {
            "startsWith" => new StartsWithTest(map.Texts("startsWith")),
            "atMost" => new AtMostTest(map.Number("atMost", 0, -1_000_000_000_000m, 1_000_000_000_000m, "such as 0")),
            "matches" => new PatternTest(Pattern(map, "matches"), Negated: false),
            "doesNotMatch" => new PatternTest(Pattern(map, "doesNotMatch"), Negated: true),
            _ => Blank(map),
        };
    }

    private static BlankTest Blank(SettingsMap map)
    {
        if (!map.Flag("blank", true))
        {
            map.Refuse("blank", "bad_flag", "A rule on blank fields says blank: true.");
        }

        return new();
    }

    private static string Pattern(SettingsMap map, string key)
    {
        string pattern = map.Text(key) ?? string.Empty;
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            map.Refuse(key, "bad_pattern", $"'{pattern}' is no regular expression that can be used here: {e.Message}");
        }

        return pattern;
    }

    private static bool TryField(string text, out OrderField? field)
    {
        field = Fields.TryGetValue(text, out OrderField known) ? known : null;
        return field is not null;
    }

    private static bool TryScope(string text, out ExclusionScope? scope)
    {
        scope = text switch { "sales" => ExclusionScope.Sales, "customers" => ExclusionScope.Customers, _ => null };
        return scope is not null;
    }

    private static bool TrySeparator(string text, out char? separator)
    {
        separator = text is "." or "," ? text[0] : null;
        return separator is not null;
    }
}
