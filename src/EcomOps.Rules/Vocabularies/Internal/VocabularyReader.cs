using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.Vocabularies.Internal;

internal sealed class VocabularyReader(SourceText source, Problems problems)
{
    private static readonly string[] Members = ["vocabulary", "version", "title", "attributes", "constraints"];
    private static readonly string[] Details = ["type", "title", "unit", "description", "optional", "fetched", "min", "max", "scale", "values", "element", "maxSize"];

    public Vocabulary? Read(DocumentNode root)
    {
        if (root.Kind != NodeKind.Mapping)
        {
            Wrong(root, "A vocabulary is a map with 'vocabulary' and 'attributes'.");
            return null;
        }

        Known(root, Members);
        string? name = Member(root, "vocabulary")?.Text;
        if (string.IsNullOrEmpty(name))
        {
            Wrong(root, "The vocabulary needs a name: vocabulary: my.facts");
            return null;
        }

        int version = Member(root, "version") is { } number && int.TryParse(number.Text, out int v) && v >= 1 ? v : 1;
        VocabularyBuilder builder = Vocabulary.Create(name, version).Titled(Member(root, "title")?.Text ?? string.Empty);
        foreach ((DocumentNode key, DocumentNode value) in Member(root, "attributes")?.Members ?? [])
        {
            try
            {
                if (Attribute(key.Text, value) is { } attribute)
                {
                    builder.Add(attribute);
                }
            }
            catch (ArgumentException error)
            {
                Wrong(key, error.Message);
            }
        }

        foreach (DocumentNode constraint in Member(root, "constraints")?.Items ?? [])
        {
            if (Cel.CelParser.Parse(constraint.Text) is { IsSuccess: false } failed)
            {
                Wrong(constraint, failed.Diagnostics[0].Message);
            }
            else
            {
                builder.Constraint(constraint.Text);
            }
        }

        return problems.HasErrors ? null : builder.Build();
    }

    private VocabularyAttribute? Attribute(string path, DocumentNode node)
    {
        if (node.Kind == NodeKind.Mapping)
        {
            Known(node, Details);
        }

        return Type(node) is { } type
            ? new VocabularyAttribute
            {
                Path = path,
                Type = type,
                Title = Detail(node, "title")?.Text ?? string.Empty,
                Unit = Detail(node, "unit")?.Text ?? string.Empty,
                Description = Detail(node, "description")?.Text ?? string.Empty,
                IsOptional = Detail(node, "optional")?.Text == "true",
                IsFetched = Detail(node, "fetched")?.Text == "true",
            }
            : null;
    }

    private AttributeType? Type(DocumentNode node)
    {
        if (node.Kind == NodeKind.Sequence)
        {
            return AttributeType.Enumeration(node.Items.Select(i => i.Text));
        }

        DocumentNode? named = node.Kind == NodeKind.Scalar ? node : Detail(node, "type");
        if (named is null && Detail(node, "values") is null)
        {
            Wrong(node, "An attribute needs a type.");
            return null;
        }

        AttributeType? type = (named?.Text ?? "enum") switch
        {
            "bool" => AttributeType.Bool,
            "int" => AttributeType.Int,
            "double" => AttributeType.Double,
            "decimal" => AttributeType.Decimal,
            "money" => AttributeType.Money,
            "string" => AttributeType.String,
            "date" => AttributeType.Date,
            "timestamp" => AttributeType.Timestamp,
            "duration" => AttributeType.Duration,
            "enum" when Detail(node, "values") is { Kind: NodeKind.Sequence } values => AttributeType.Enumeration(values.Items.Select(i => i.Text)),
            "list" when Detail(node, "element") is { } element => Type(element) is { } item ? AttributeType.ListOf(item) : null,
            "map" when Detail(node, "element") is { } element => Type(element) is { } item ? AttributeType.MapOf(item) : null,
            _ => null,
        };
        if (type is null)
        {
            Wrong(named ?? node, $"'{named?.Text}' is no type, or lacks 'values' or 'element'; types are bool, int, double, decimal, money, string, enum, date, timestamp, duration, list and map.");
            return null;
        }

        return type with
        {
            Scale = Detail(node, "scale") is { } scale && int.TryParse(scale.Text, out int digits) && digits is >= 0 and <= 28 ? digits : null,
            MaximumSize = Detail(node, "maxSize") is { } size && int.TryParse(size.Text, out int most) && most >= 0 ? most : null,
            Minimum = Limit(type, Detail(node, "min")),
            Maximum = Limit(type, Detail(node, "max")),
        };
    }

    private IComparable? Limit(AttributeType type, DocumentNode? node)
    {
        if (node is null)
        {
            return null;
        }

        AttributeType plain = type.Kind == AttributeKind.Money ? AttributeType.Decimal : type;
        RuleValue value = node.IsNumber ? new NumberValue(node.Text) : new TextValue(node.Text);
        if (type.Kind is AttributeKind.Int or AttributeKind.Double or AttributeKind.Decimal or AttributeKind.Money or AttributeKind.Date or AttributeKind.Timestamp or AttributeKind.Duration
            && FactValues.Fit(plain, value, null) is IComparable limit)
        {
            return limit;
        }

        Wrong(node, $"'{node.Text}' is no limit of {type}.");
        return null;
    }

    private static DocumentNode? Member(DocumentNode map, string name) => map.Members.Find(m => m.Key.Text == name).Value;

    private static DocumentNode? Detail(DocumentNode node, string name) => node.Kind == NodeKind.Mapping ? Member(node, name) : null;

    private void Known(DocumentNode map, string[] names)
    {
        foreach ((DocumentNode key, _) in map.Members.Where(m => !names.Contains(m.Key.Text)))
        {
            string? nearest = NearestName.Of(key.Text, names);
            problems.Error(DocumentCodes.UnknownMember, key.Text, key.Start, key.Text.Length, $"'{key.Text}' is unknown here." + (nearest is null ? string.Empty : $" Did you mean {nearest}?"), nearest);
        }
    }

    private void Wrong(DocumentNode node, string message) =>
        problems.Error(DocumentCodes.WrongShape, string.Empty, node.Start, Math.Max(1, Math.Min(node.End, source.Text.Length) - node.Start), message);
}
