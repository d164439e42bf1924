using System.Text.Json;
using EcomOps.Catalog.Products;
using EcomOps.Core;
using NodaTime.Text;

namespace EcomOps.Catalog.Documents.Internal;

// text, number, true/false, list of texts, { value, unit }, { amount }, { date }; or an object of these by scope.
internal static class AttributeReader
{
    public static Scoped<AttributeValue>? Read(JsonElement element, string path, List<Issue> issues)
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Object || IsTyped(element))
        {
            return Value(element, path, issues) is { } value ? Scoped.Global(value) : null;
        }

        List<ScopedValue<AttributeValue>> values = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (Value(property.Value, $"{path}.{property.Name}", issues) is { } value)
            {
                (string? channel, string? locale) = MemberReader.Scope(property.Name);
                values.Add(new ScopedValue<AttributeValue>(value, channel, locale));
            }
        }

        return MemberReader.Distinct(values, path, issues);
    }

    private static bool IsTyped(JsonElement element) =>
        element.TryGetProperty("value", out _) || element.TryGetProperty("amount", out _) || element.TryGetProperty("date", out _);

    private static AttributeValue? Value(JsonElement element, string path, List<Issue> issues)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return new AttributeText(element.GetString()!);
            case JsonValueKind.Number when element.TryGetDecimal(out decimal number):
                return new AttributeMeasure(number);
            case JsonValueKind.True or JsonValueKind.False:
                return new AttributeFlag(element.GetBoolean());
            case JsonValueKind.Array when element.EnumerateArray().All(i => i.ValueKind == JsonValueKind.String):
                return new AttributeList([.. element.EnumerateArray().Select(i => i.GetString()!)]);
            case JsonValueKind.Object when IsTyped(element):
                return Typed(element, path, issues);
            default:
                issues.Add(new Issue("wrong_type", path, "An attribute is a text, a number, true or false, a list of texts, or an object with 'value' and 'unit', 'amount' or 'date'."));
                return null;
        }
    }

    private static AttributeValue? Typed(JsonElement element, string path, List<Issue> issues)
    {
        MemberReader members = new(element, path, issues);
        AttributeValue? value = null;
        if (element.TryGetProperty("value", out _))
        {
            value = members.Number("value") is { } number ? new AttributeMeasure(number, members.Text("unit")) : null;
        }
        else if (element.TryGetProperty("amount", out _))
        {
            value = members.Money("amount") is { } amount ? new AttributeAmount(amount) : null;
        }
        else if (members.Text("date") is { } text)
        {
            value = LocalDatePattern.Iso.Parse(text) is { Success: true } day ? new AttributeDate(day.Value) : null;
            if (value is null)
            {
                issues.Add(new Issue("invalid_value", path + ".date", $"'{text}' is no day such as 2026-12-24."));
            }
        }

        members.Finish();
        return value;
    }
}
