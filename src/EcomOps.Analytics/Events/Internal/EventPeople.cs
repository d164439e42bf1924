using EcomOps.Analytics.Events.Delivery;

namespace EcomOps.Analytics.Events.Internal;

/// <summary>Events in order, each once, and who made them.</summary>
internal sealed class EventPeople
{
    private readonly Dictionary<string, string> _users;

    private EventPeople(IReadOnlyList<ShopEvent> events, Dictionary<string, string> users) => (Events, _users) = (events, users);

    internal IReadOnlyList<ShopEvent> Events { get; }

    internal static EventPeople Of(IEnumerable<ShopEvent> events, bool withFlagged)
    {
        ArgumentNullException.ThrowIfNull(events);
        List<ShopEvent> kept = [.. EventLog.Of(events.Where(e => withFlagged || !IsFlagged(e)).Order(ShopEventOrder.Instance)).Events];
        Dictionary<string, string> users = new(StringComparer.Ordinal);
        foreach (ShopEvent e in kept.Where(e => e.Visit.UserId is not null))
        {
            users.TryAdd(e.Visit.AnonymousId, e.Visit.UserId!);
        }

        return new EventPeople(kept, users);
    }

    internal string PersonOf(ShopEvent e) => UserOf(e) ?? e.Visit.AnonymousId;

    internal string? UserOf(ShopEvent e) => e.Visit.UserId ?? _users.GetValueOrDefault(e.Visit.AnonymousId);

    internal static bool IsFlagged(ShopEvent e) => e.Visit.Context.IsBot || e.Visit.Context.IsInternal;

    internal Dictionary<string, ShopEvent> Orders() =>
        Events.Where(e => e is { Kind: ShopEventKind.OrderCompleted, Order: not null }).ToDictionary(e => e.Order!.OrderId, StringComparer.Ordinal);
}
