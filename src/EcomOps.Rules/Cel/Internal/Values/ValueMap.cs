using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace EcomOps.Rules.Cel.Internal.Values;

// A map made by an expression. Keys keep their type and order; look-up finds a number whatever its type.
internal sealed class ValueMap : IReadOnlyDictionary<object, object?>
{
    private readonly Dictionary<object, int> _index;
    private readonly List<KeyValuePair<object, object?>> _entries;

    public ValueMap(int capacity)
    {
        _index = new Dictionary<object, int>(capacity);
        _entries = new List<KeyValuePair<object, object?>>(capacity);
    }

    public int Count => _entries.Count;

    public IEnumerable<object> Keys => _entries.Select(e => e.Key);

    public IEnumerable<object?> Values => _entries.Select(e => e.Value);

    public List<KeyValuePair<object, object?>> Entries => _entries;

    public object? this[object key] => TryGetValue(key, out object? value) ? value : throw new KeyNotFoundException("The map has no such key.");

    /// <summary>False when an equal key is there already, or the key has a type that keys cannot have.</summary>
    public bool TryAdd(object? key, object? value)
    {
        if (key is double || Key(key) is not { } normal || !_index.TryAdd(normal, _entries.Count))
        {
            return false;
        }

        _entries.Add(KeyValuePair.Create(key!, value));
        return true;
    }

    public bool ContainsKey(object key) => Key(key) is { } normal && _index.ContainsKey(normal);

    public bool TryGetValue(object key, [MaybeNullWhen(false)] out object? value)
    {
        if (Key(key) is { } normal && _index.TryGetValue(normal, out int at))
        {
            value = _entries[at].Value;
            return true;
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<object, object?>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One CLR value per key: equal numbers of different types become the same; null for what cannot be a key.</summary>
    public static object? Key(object? key) => key switch
    {
        string or bool or long => key,
        ulong u => u <= long.MaxValue ? (long)u : key,
        double d when double.IsInteger(d) && d >= -9223372036854775808.0 && d < 18446744073709551616.0 =>
            d < 9223372036854775808.0 ? (long)d : (ulong)d,
        _ => null,
    };
}
