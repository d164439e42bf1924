using System.Globalization;
using EcomOps.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EcomOps.Formats.Settings.Internal;

/// <summary>Takes typed values out of a mapping. What is wrong is collected and a default given instead, so that reading goes on.</summary>
internal sealed class SettingsMap
{
    private readonly YamlMappingNode _node;
    private readonly SettingsIssues _issues;
    private readonly string _path;

    private SettingsMap(YamlMappingNode node, string path, SettingsIssues issues) => (_node, _path, _issues) = (node, path, issues);

    /// <summary>A mapping with known keys; null, with an issue, when the node is something else.</summary>
    internal static SettingsMap? Open(YamlNode node, string path, SettingsIssues issues, params ReadOnlySpan<string> known)
    {
        if (node is not YamlMappingNode mapping)
        {
            issues.Add(node, "not_a_mapping", path, "Here must stand keys with values.");
            return null;
        }

        foreach (YamlNode key in mapping.Children.Keys)
        {
            string name = key is YamlScalarNode scalar ? scalar.Value ?? string.Empty : string.Empty;
            if (!known.Contains(name))
            {
                string? nearest = NearestKey.Of(name, known);
                issues.Add(key, "unknown_key", Join(path, name), nearest is null ? $"'{name}' is no setting; known are {string.Join(", ", known.ToArray())}." : $"'{name}' is no setting; did you mean '{nearest}'?");
            }
        }

        return new(mapping, path, issues);
    }

    internal YamlNode Node => _node;

    internal string PathOf(string key) => Join(_path, key);

    internal bool Has(string key) => Find(key) is not null;

    internal void Refuse(string key, string code, string message) => _issues.Add(Find(key) ?? _node, code, PathOf(key), message);

    internal string? Text(string key, bool required = false)
    {
        if (Find(key) is not { } node)
        {
            if (required)
            {
                _issues.Add(_node, "missing", PathOf(key), $"'{key}' is missing.");
            }

            return null;
        }

        if (node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
        {
            return value;
        }

        _issues.Add(node, "not_a_text", PathOf(key), $"'{key}' must be a text.");
        return null;
    }

    /// <summary>A text that a function turns into a value; null, with an issue, when it cannot.</summary>
    internal T? Parsed<T>(string key, bool required, string code, string expected, TryParse<T> parse)
    {
        if (Text(key, required) is not { } text)
        {
            return default;
        }

        if (parse(text, out T? value))
        {
            return value;
        }

        Refuse(key, code, $"'{text}' is not {expected}.");
        return default;
    }

    internal delegate bool TryParse<T>(string text, out T? value);

    internal decimal Number(string key, decimal otherwise, decimal least, decimal most, string range, bool required = false)
    {
        if (Text(key, required) is not { } text)
        {
            return otherwise;
        }

        bool percent = text.EndsWith('%');
        string digits = percent ? text[..^1].TrimEnd() : text;
        if (decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            value = percent ? value / 100m : value;
            if (value >= least && value <= most)
            {
                return value;
            }
        }

        Refuse(key, "bad_number", $"'{text}' must be a number {range}.");
        return otherwise;
    }

    internal long Whole(string key, long otherwise, long least, long most = 1_000_000_000, bool required = false)
    {
        if (Text(key, required) is not { } text)
        {
            return otherwise;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value >= least && value <= most)
        {
            return value;
        }

        Refuse(key, "bad_number", $"'{text}' must be a whole number from {least} to {most}.");
        return otherwise;
    }

    internal bool Flag(string key, bool otherwise)
    {
        switch (Text(key))
        {
            case null:
                return otherwise;
            case "true":
                return true;
            case "false":
                return false;
            case var text:
                Refuse(key, "bad_flag", $"'{text}' must be true or false.");
                return otherwise;
        }
    }

    internal Money Amount(string key, Currency currency, bool required = false)
    {
        var amount = Money.Of(Number(key, 0, 0, 1_000_000_000m, "from 0", required), currency);
        if (currency != default && !amount.IsPayable)
        {
            Refuse(key, "bad_amount", $"{currency} has {currency.MinorUnits} decimals.");
        }

        return amount;
    }

    internal IReadOnlyList<string> Texts(string key)
    {
        if (Find(key) is not { } node)
        {
            return [];
        }

        if (node is YamlSequenceNode list && list.Children.All(item => item is YamlScalarNode { Value.Length: > 0 }))
        {
            return [.. list.Children.Select(item => ((YamlScalarNode)item).Value!)];
        }

        _issues.Add(node, "not_a_list", PathOf(key), $"'{key}' must be a list of texts, such as [a, b].");
        return [];
    }

    /// <summary>Items of a list, each with its path.</summary>
    internal IEnumerable<(YamlNode Node, string Path)> Items(string key)
    {
        if (Find(key) is not { } node)
        {
            return [];
        }

        if (node is YamlSequenceNode list)
        {
            return list.Children.Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{PathOf(key)}[{i}]")));
        }

        _issues.Add(node, "not_a_list", PathOf(key), $"'{key}' must be a list, each item after a hyphen.");
        return [];
    }

    /// <summary>Entries of a mapping whose keys are free.</summary>
    internal IEnumerable<(string Name, YamlNode Value, string Path)> Entries(string key)
    {
        if (Find(key) is not { } node)
        {
            return [];
        }

        if (node is YamlMappingNode mapping)
        {
            return mapping.Children.Where(entry => entry.Key is YamlScalarNode { Value.Length: > 0 })
                .Select(entry => (((YamlScalarNode)entry.Key).Value!, entry.Value, Join(PathOf(key), ((YamlScalarNode)entry.Key).Value!)));
        }

        _issues.Add(node, "not_a_mapping", PathOf(key), $"'{key}' must hold names with values.");
        return [];
    }

    internal SettingsMap? Map(string key, params ReadOnlySpan<string> known) => Find(key) is { } node ? Open(node, PathOf(key), _issues, known) : null;

    private YamlNode? Find(string key) =>
        _node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? node) && node is not YamlScalarNode { Value: null or "" or "~" or "null", Style: ScalarStyle.Plain or ScalarStyle.Any } ? node : null;

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
