namespace EcomOps.Rules.Cel.Internal.Values;

// Maps come from expressions and from facts.
internal static class Maps
{
    public static bool IsMap(object? value) => value is ValueMap or Dictionary<string, object?>;

    public static int Count(object map) => map is ValueMap made ? made.Count : ((Dictionary<string, object?>)map).Count;

    public static bool TryGet(object map, object? key, out object? value)
    {
        if (map is Dictionary<string, object?> record)
        {
            value = null;
            return key is string name && record.TryGetValue(name, out value);
        }

        value = null;
        return key is not null && ((ValueMap)map).TryGetValue(key, out value);
    }

    /// <summary>Entries in a stable order: as written in an expression, as given in facts.</summary>
    public static IReadOnlyList<KeyValuePair<object, object?>> Entries(object map) => map is ValueMap made
        ? made.Entries
        : [.. ((Dictionary<string, object?>)map).Select(e => KeyValuePair.Create((object)e.Key, e.Value))];
}
