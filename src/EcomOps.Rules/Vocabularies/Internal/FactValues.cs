using System.Globalization;
using EcomOps.Core;
using EcomOps.Rules.Documents;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.Vocabularies.Internal;

internal static class FactValues
{
    /// <summary>The slot of a CLR value; null when its type does not fit.</summary>
    public static FactSlot? FromObject(VocabularyAttribute attribute, object? value)
    {
        if (value is null)
        {
            return new FactSlot { State = attribute.IsOptional || attribute.IsFetched ? FactState.Absent : FactState.Missing };
        }

        object? fitted = Fit(attribute.Type, value is RuleValue ? value : ClrTypes.Normalise(value), null);
        return fitted is null ? null : RecordValues.Unbox(fitted, attribute.Type.Kind);
    }

    public static void Read(Vocabulary vocabulary, MapValue values, string prefix, FactSlot[] slots, List<Issue> issues, string? currency)
    {
        foreach ((string name, RuleValue value) in values.Members)
        {
            string path = prefix.Length == 0 ? name : prefix + "." + name;
            int index = vocabulary.IndexOf(path);
            if (index >= 0)
            {
                VocabularyAttribute attribute = vocabulary.Attributes[index];
                if (value is NullValue)
                {
                    slots[index] = new FactSlot { State = attribute.IsOptional || attribute.IsFetched ? FactState.Absent : FactState.Missing };
                }
                else if (Fit(attribute.Type, value, currency) is { } fitted)
                {
                    slots[index] = RecordValues.Unbox(fitted, attribute.Type.Kind);
                }
                else
                {
                    issues.Add(new Issue("wrong_type", path, $"'{path}' takes {Describe(attribute.Type)}, not {value}.", Severity.Error));
                }
            }
            else if (value is MapValue map && vocabulary.Attributes.Any(a => a.Path.StartsWith(path + ".", StringComparison.Ordinal)))
            {
                Read(vocabulary, map, path, slots, issues, currency);
            }
            else
            {
                issues.Add(new Issue("unknown_attribute", path, $"'{path}' is not an attribute of {vocabulary}.", Severity.Error));
            }
        }
    }

    /// <summary>The normalised CLR value of a literal or of a CLR value, or null when it does not fit the type.</summary>
    public static object? Fit(AttributeType type, object? value, string? currency) => type.Kind switch
    {
        AttributeKind.Bool => value switch { bool b => b, BoolValue b => b.Value, _ => null },
        AttributeKind.Int => value switch { long l => l, NumberValue n when n.TryGetInt64(out long l) => l, _ => null },
        AttributeKind.Double => value switch { double d => d, long l => (double)l, NumberValue n => n.ToDouble(), TextValue t => SpecialDouble(t.Value), _ => null },
        AttributeKind.Decimal => AsDecimal(value),
        AttributeKind.Money => AsMoney(value, currency),
        AttributeKind.String => value switch { string s => s, TextValue t => t.Value, _ => null },
        AttributeKind.Enum => value switch
        {
            string s when type.Values.Contains(s) => s,
            TextValue t when type.Values.Contains(t.Value) => t.Value,
            Enum e when type.Values.Contains(e.ToString()) => e.ToString(),
            _ => null,
        },
        AttributeKind.Date => value switch { LocalDate d => d, TextValue t when LocalDatePattern.Iso.Parse(t.Value) is { Success: true } r => r.Value, _ => null },
        AttributeKind.Timestamp => value switch
        {
            Instant i => i,
            TextValue t when OffsetDateTimePattern.ExtendedIso.Parse(t.Value) is { Success: true } r => r.Value.ToInstant(),
            _ => null,
        },
        AttributeKind.Duration => value switch { Duration d => d, TextValue t => DurationText.Parse(t.Value), _ => null },
        AttributeKind.List => AsList(type.Element!, value, currency),
        AttributeKind.Map => AsMap(type.Element!, value, currency),
        AttributeKind.Record => AsRecord(type.Fields!, value, currency),
        _ => null,
    };

    public static string Describe(AttributeType type) => type.Kind switch
    {
        AttributeKind.Date => "a date such as 2026-11-27",
        AttributeKind.Timestamp => "an instant such as 2026-11-27T18:00:00Z",
        AttributeKind.Duration => "a duration such as 24h or 1h30m",
        AttributeKind.Money => "money such as { amount: 12.50, currency: EUR } or \"12.50 EUR\"",
        _ => type.ToString(),
    };

    private static object? AsDecimal(object? value) => value switch
    {
        decimal d => d,
        long l => (decimal)l,
        NumberValue n when n.TryGetDecimal(out decimal d) => d,
        TextValue t when NumberValue.IsNumber(t.Value) && new NumberValue(t.Value).TryGetDecimal(out decimal d) => d,
        _ => null,
    };

    private static Money? AsMoney(object? value, string? currency)
    {
        switch (value)
        {
            case Money m:
                return m;
            case NumberValue n when currency is not null && n.TryGetDecimal(out decimal amount) && Currency.TryFromCode(currency, out Currency c):
                return new Money(amount, c);
            case TextValue t:
                int space = t.Value.LastIndexOf(' ');
                return space > 0 && NumberValue.IsNumber(t.Value.AsSpan(0, space)) && Currency.TryFromCode(t.Value[(space + 1)..], out Currency named)
                    && new NumberValue(t.Value[..space]).TryGetDecimal(out decimal text) ? new Money(text, named) : null;
            case MapValue map when map.Members.Count == 2 && map["amount"] is { } amount && AsDecimal(amount) is decimal d
                && map["currency"] is TextValue code && Currency.TryFromCode(code.Value, out Currency coded):
                return new Money(d, coded);
            default:
                return null;
        }
    }

    private static object?[]? AsList(AttributeType element, object? value, string? currency)
    {
        IEnumerable<object?>? items = value switch
        {
            ListValue list => list.Items,
            string => null,
            System.Collections.IEnumerable many and not (RuleValue or System.Collections.IDictionary) => many.Cast<object?>().Select(ClrTypes.Normalise),
            _ => null,
        };
        object?[]? fitted = items?.Select(i => Fit(element, i, currency)).ToArray();
        return fitted is null || fitted.Contains(null) ? null : fitted;
    }

    private static Dictionary<string, object?>? AsMap(AttributeType element, object? value, string? currency)
    {
        IEnumerable<KeyValuePair<string, object?>>? entries = value switch
        {
            MapValue map => map.Members.Select(m => KeyValuePair.Create(m.Key, (object?)m.Value)),
            IEnumerable<KeyValuePair<string, object?>> many => many,
            _ => null,
        };
        Dictionary<string, object?>? fitted = entries?.ToDictionary(e => e.Key, e => Fit(element, e.Value, currency), StringComparer.Ordinal);
        return fitted is null || fitted.ContainsValue(null) ? null : fitted;
    }

    private static Dictionary<string, object?>? AsRecord(Vocabulary fields, object? value, string? currency)
    {
        if (value is not MapValue map)
        {
            return value as Dictionary<string, object?>;
        }

        var record = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach ((string name, RuleValue member) in map.Members)
        {
            if (!fields.TryGet(name, out VocabularyAttribute? field))
            {
                return null;
            }

            if (member is NullValue && field.IsOptional)
            {
                continue;
            }

            if (Fit(field.Type, member, currency) is not { } fitted)
            {
                return null;
            }

            record[name] = fitted;
        }

        return record;
    }

    private static object? SpecialDouble(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => null,
    };
}
