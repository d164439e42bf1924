using EcomOps.Analytics.Funnels;
using EcomOps.Analytics.Metrics;
using NodaTime;

namespace EcomOps.Analytics.Events.Internal;

/// <summary>Events of one session under the id of an entity, with the steps that they reach.</summary>
/// <param name="Began">When the session began.</param>
/// <param name="Events">Events by time.</param>
internal sealed record ConversionStream(Instant Began, IReadOnlyList<FunnelEvent> Events)
{
    private static readonly HashSet<string> StepNames = [.. Enum.GetValues<SessionStep>().Select(Name)];

    internal static IEnumerable<ConversionStream> Of(EventPeople people, string entity)
    {
        Func<ShopEvent, string?> idOf = entity switch
        {
            ShopEventConversions.Session => e => e.Visit.SessionId,
            ShopEventConversions.Visitor => people.PersonOf,
            ShopEventConversions.Customer => people.UserOf,
            _ => throw new ArgumentException($"There is no entity '{entity}'; known are session, visitor and customer.", nameof(entity)),
        };
        return people.Events.GroupBy(e => e.Visit.SessionId, StringComparer.Ordinal)
            .Select(s => new ConversionStream(s.First().OccurredAt, [.. Steps([.. s], idOf, entity == ShopEventConversions.Session)]));
    }

    private static IEnumerable<FunnelEvent> Steps(ShopEvent[] session, Func<ShopEvent, string?> idOf, bool bySession)
    {
        string? channel = bySession ? session.Select(EventFacts.ChannelOf).FirstOrDefault(c => c is not null) : null;
        bool[] reached = new bool[(int)SessionStep.Order + 1];
        foreach (ShopEvent e in session)
        {
            SessionStep own = EventFacts.StepOf(e);
            IReadOnlyDictionary<string, string> properties = EventFacts.Properties(e);
            if (channel is not null)
            {
                properties = new Dictionary<string, string>(properties, StringComparer.Ordinal) { ["channel"] = channel };
            }

            for (SessionStep step = SessionStep.Visit; step <= own; step++)
            {
                bool isNew = !reached[(int)step];
                reached[(int)step] = true;
                if (idOf(e) is { } id && (isNew || (step == own && step != SessionStep.Visit)))
                {
                    yield return new FunnelEvent(id, e.OccurredAt, Name(step), $"{e.EventId}/{Name(step)}", properties);
                }
            }

            // A custom event that bears the name of a step would be counted beside it.
            if (idOf(e) is { } whose && !StepNames.Contains(e.Name()))
            {
                yield return new FunnelEvent(whose, e.OccurredAt, e.Name(), e.EventId, properties);
            }
        }
    }

    private static string Name(SessionStep step) => step switch
    {
        SessionStep.Visit => "visit",
        SessionStep.View => "view",
        SessionStep.Cart => "cart",
        SessionStep.Checkout => "checkout",
        SessionStep.Shipping => "shipping",
        SessionStep.Payment => "payment",
        _ => "order",
    };
}
