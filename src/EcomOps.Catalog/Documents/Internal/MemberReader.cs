using System.Globalization;
using System.Text.Json;
using EcomOps.Catalog.Feeds.Internal;
using EcomOps.Catalog.Products;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Documents.Internal;

// Reads the members of one object; what cannot be read becomes an issue with its path, what nobody asked for too.
internal sealed class MemberReader
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly List<Issue> _issues;

    public MemberReader(JsonElement element, string path, List<Issue> issues)
    {
        _path = path;
        _issues = issues;
        if (element.ValueKind != JsonValueKind.Object)
        {
            Wrong(string.Empty, "an object");
            return;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            _members[property.Name] = property.Value;
        }
    }

    public static (string? Channel, string? Locale) Scope(string key)
    {
        int slash = key.IndexOf('/', StringComparison.Ordinal);
        string channel = slash < 0 ? "*" : key[..slash], locale = key[(slash + 1)..];
        return (channel is "*" or "" ? null : channel, locale is "*" or "" ? null : locale);
    }

    public static Scoped<T>? Distinct<T>(List<ScopedValue<T>> values, string path, List<Issue> issues)
        where T : notnull
    {
        if (values.DistinctBy(v => (v.Channel?.ToUpperInvariant(), v.Locale?.ToUpperInvariant())).Count() < values.Count)
        {
            issues.Add(new Issue("invalid_value", path, "A scope stands there twice."));
            return null;
        }

        return values.Count == 0 ? null : new Scoped<T>(values);
    }

    public string? Text(string name, bool needed = false)
    {
        if (Find(name, needed) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : Wrong<string>(name, "a text");
    }

    public bool? Flag(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Wrong<bool?>(name, "true or false");
    }

    public decimal? Number(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) ? number : Wrong<decimal?>(name, "a number");
    }

    public long? Whole(string name, long most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= 0 && number <= most
            ? number
            : Wrong<long?>(name, $"a whole number from 0 to {most}");
    }

    public IReadOnlyList<string> Texts(string name) =>
        [.. List(name).Select(i => i.Element.ValueKind == JsonValueKind.String ? i.Element.GetString()! : Wrong<string>(i.Path[(_path.Length + 1)..], "a text")).OfType<string>()];

    public IReadOnlyDictionary<string, string> TextMap(string name)
    {
        Dictionary<string, string> map = new(StringComparer.Ordinal);
        if (Object(name) is { } value)
        {
            foreach (JsonProperty property in value.Element.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String)
                {
                    map[property.Name] = property.Value.GetString()!;
                }
                else
                {
                    Wrong($"{name}.{property.Name}", "a text");
                }
            }
        }

        return map;
    }

    public (JsonElement Element, string Path)? Object(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Object ? (value, $"{_path}.{name}") : Wrong<(JsonElement, string)?>(name, "an object");
    }

    public IReadOnlyList<(JsonElement Element, string Path)> List(string name, bool needed = false)
    {
        if (Find(name, needed) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(name, "a list");
            return [];
        }

        return [.. value.EnumerateArray().Select((item, i) => (item, $"{_path}.{name}[{i}]"))];
    }

    public Scoped<string>? ScopedText(string name, bool needed = false)
    {
        if (Find(name, needed) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(p => p.Value.ValueKind != JsonValueKind.String))
        {
            return Wrong<Scoped<string>>(name, "a text, or an object of texts by locale");
        }

        return Distinct([.. value.EnumerateObject().Select(p => Scope(p.Name) is var scope ? new ScopedValue<string>(p.Value.GetString()!, scope.Channel, scope.Locale) : null!)], $"{_path}.{name}", _issues);
    }

    public T Choice<T>(string name, (string Word, T Value)[] words)
    {
        if (Text(name) is not { } text)
        {
            return words[0].Value;
        }

        foreach ((string word, T value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        Bad(name, $"'{text}' is none of: {string.Join(", ", words.Select(w => w.Word))}.");
        return words[0].Value;
    }

    public Money? Money(string name, bool needed = false)
    {
        if (Text(name, needed) is not { } text)
        {
            return null;
        }

        string[] parts = text.Split(' ');
        if (parts.Length == 2 && decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal amount)
            && Currency.TryFromCode(parts[1], out Currency currency))
        {
            return new Money(amount, currency);
        }

        Bad(name, $"'{text}' is no amount such as 19.90 EUR.");
        return null;
    }

    public Instant? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        Instant? instant = FeedDate.Read(text);
        if (instant is null)
        {
            Bad(name, $"'{text}' is no instant such as 2026-12-24T10:00:00Z.");
        }

        return instant;
    }

    public Weight? Weight(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        Weight? weight = UnitText.Weight(text);
        if (weight is null)
        {
            Bad(name, $"'{text}' is no weight such as 300 g, 1.2 kg, 3 lb or 5 oz.");
        }

        return weight;
    }

    public Dimensions? Dimensions(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        Dimensions? size = UnitText.Dimensions(text);
        if (size is null)
        {
            Bad(name, $"'{text}' are no dimensions such as 30 x 20 x 5 cm (length, width, height; mm, cm or in).");
        }

        return size;
    }

    public void Forbid(string name, string reason)
    {
        if (Find(name) is not null)
        {
            Bad(name, reason);
        }
    }

    public void Finish()
    {
        foreach (string name in _members.Keys.Where(name => !_asked.Contains(name)))
        {
            _issues.Add(new Issue("unknown_member", $"{_path}.{name}", $"'{name}' is not a member here; known are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}."));
        }
    }

    private JsonElement? Find(string name, bool needed = false)
    {
        _asked.Add(name);
        if (_members.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
        {
            return value;
        }

        if (needed)
        {
            _issues.Add(new Issue("missing_member", $"{_path}.{name}", $"'{name}' is needed."));
        }

        return null;
    }

    private void Bad(string name, string message) => _issues.Add(new Issue("invalid_value", $"{_path}.{name}", message));

    private T? Wrong<T>(string name, string expected)
    {
        Wrong(name, expected);
        return default;
    }

    private void Wrong(string name, string expected) =>
        _issues.Add(new Issue("wrong_type", name.Length == 0 ? _path : $"{_path}.{name}", $"This must be {expected}."));
}
