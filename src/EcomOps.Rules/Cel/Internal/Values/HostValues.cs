using System.Collections;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Values;

// CLR values of a host as values of the language.
internal static class HostValues
{
    public static object? Normalise(object? value) => value switch
    {
        null or bool or long or ulong or double or string or decimal or Instant or Duration or LocalDate or Money or CelType or ValueMap or ReadOnlyMemory<byte> => value,
        int v => (long)v,
        short v => (long)v,
        sbyte v => (long)v,
        byte v => (ulong)v,
        ushort v => (ulong)v,
        uint v => (ulong)v,
        float v => (double)v,
        byte[] v => new ReadOnlyMemory<byte>(v),
        CelOptional v => v.HasValue ? CelOptional.Of(Normalise(v.Value)) : v,
        IReadOnlyDictionary<string, object?> v => v.ToDictionary(e => e.Key, e => Normalise(e.Value), StringComparer.Ordinal),
        IReadOnlyDictionary<object, object?> v => Map(v),
        IEnumerable v and not IDictionary => v.Cast<object?>().Select(Normalise).ToArray(),
        _ => throw new ArgumentException($"{value.GetType().Name} is no type of the expression language.", nameof(value)),
    };

    private static ValueMap Map(IReadOnlyDictionary<object, object?> entries)
    {
        var map = new ValueMap(entries.Count);
        foreach ((object key, object? value) in entries)
        {
            if (!map.TryAdd(Normalise(key), Normalise(value)))
            {
                throw new ArgumentException("A key of a map is int, uint, bool or string, and occurs once.", nameof(entries));
            }
        }

        return map;
    }
}
