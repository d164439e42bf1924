using System.Collections.Frozen;

namespace EcomOps.Analytics.Events.Internal;

internal static class EventEquality
{
    internal static readonly IReadOnlyDictionary<string, EventValue> NoProperties = FrozenDictionary<string, EventValue>.Empty;

    internal static bool Same(IReadOnlyDictionary<string, EventValue> left, IReadOnlyDictionary<string, EventValue> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out EventValue value) && value == pair.Value);
}
