namespace EcomOps.Analytics.Events.Delivery.Internal;

/// <summary>The last keys seen, each with the event that brought it.</summary>
internal sealed class RecentKeys(int capacity)
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    internal string? Find(string key) => _keys.GetValueOrDefault(key);

    internal void Add(string key, string eventId)
    {
        if (!_keys.TryAdd(key, eventId))
        {
            return;
        }

        _order.Enqueue(key);
        if (_order.Count > capacity)
        {
            _keys.Remove(_order.Dequeue());
        }
    }
}
