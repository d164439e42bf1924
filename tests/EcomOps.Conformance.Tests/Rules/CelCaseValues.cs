using System.Globalization;
using System.Text.Json;
using EcomOps.Rules.Cel;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Conformance.Tests.Rules;

/// <summary>Tagged values of the expression cases.</summary>
internal static class CelCaseValues
{
    public static object? Read(JsonElement tagged)
    {
        JsonProperty only = tagged.EnumerateObject().Single();
        return only.Name switch
        {
            "int" => long.Parse(only.Value.GetString()!, CultureInfo.InvariantCulture),
            "uint" => ulong.Parse(only.Value.GetString()!, CultureInfo.InvariantCulture),
            "double" => Double(only.Value.GetString()!),
            "string" => only.Value.GetString(),
            "bool" => only.Value.GetBoolean(),
            "bytes" => new ReadOnlyMemory<byte>(only.Value.GetBytesFromBase64()),
            "null" => null,
            "list" => only.Value.EnumerateArray().Select(Read).ToArray(),
            "map" => only.Value.EnumerateArray().ToDictionary(e => Read(e[0])!, e => Read(e[1])),
            "timestamp" => InstantPattern.ExtendedIso.Parse(only.Value.GetString()!).Value,
            "duration" => Duration.FromNanoseconds((Int128)(decimal.Parse(only.Value.GetString()!.TrimEnd('s'), CultureInfo.InvariantCulture) * 1_000_000_000m)),
            "type" => CelType.Parse(only.Value.GetString()!),
            _ => throw new InvalidDataException($"Unknown tag '{only.Name}'."),
        };
    }

    public static bool Fits(JsonElement tagged, object? value)
    {
        JsonProperty only = tagged.EnumerateObject().Single();
        return (only.Name, value) switch
        {
            ("list", IReadOnlyList<object?> list) => list.Count == only.Value.GetArrayLength() && only.Value.EnumerateArray().Zip(list).All(p => Fits(p.First, p.Second)),
            ("map", IEnumerable<KeyValuePair<object, object?>> map) => MapFits(only.Value, [.. map]),
            ("bytes", ReadOnlyMemory<byte> bytes) => bytes.Span.SequenceEqual(only.Value.GetBytesFromBase64()),
            ("type", CelType type) => type.Name == only.Value.GetString(),
            ("double", double number) => Double(only.Value.GetString()!).Equals(number) || Double(only.Value.GetString()!) == number,
            ("null", var other) => other is null,
            ("list" or "map" or "bytes" or "type" or "double", _) => false,
            _ => Read(tagged) is { } expected && expected.Equals(value),
        };
    }

    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        IReadOnlyList<object?> list => "[" + string.Join(", ", list.Select(Show)) + "]",
        IEnumerable<KeyValuePair<object, object?>> map => "{" + string.Join(", ", map.Select(e => Show(e.Key) + ": " + Show(e.Value))) + "}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value} ({value.GetType().Name})"),
    };

    private static bool MapFits(JsonElement entries, List<KeyValuePair<object, object?>> map) => map.Count == entries.GetArrayLength()
        && entries.EnumerateArray().All(e => map.Exists(m => Fits(e[0], m.Key) && Fits(e[1], m.Value)));

    private static double Double(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
