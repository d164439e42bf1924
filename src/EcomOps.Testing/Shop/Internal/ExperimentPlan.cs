using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Testing.Shop.Internal;

/// <summary>Experiments one after the other. Every third, beginning with the first, has a true effect.</summary>
internal sealed class ExperimentPlan
{
    private const int FirstDay = 75;
    private const int DaysBetween = 105;
    private const int Length = 70;
    private const double TrueLift = 1.20;

    private static readonly (string Id, string Name, string Hypothesis)[] Ideas =
    [
        ("one-page-checkout", "Checkout on one page", "Fewer pages lead more visits that begin the checkout to an order."),
        ("free-shipping-banner", "Banner with the free-shipping threshold", "Naming the threshold on every page raises the conversion rate."),
        ("reviews-above-fold", "Reviews beside the price", "Reviews in sight raise the conversion rate of product pages."),
        ("guest-first", "Guest checkout first", "Asking for an account after the order leads more checkouts to an order."),
        ("sticky-cart", "Cart button that stays in sight", "A cart button in sight raises the share of visits that begin the checkout."),
        ("delivery-date", "Delivery date instead of days", "A date is easier to judge and raises the conversion rate."),
    ];

    private readonly Dictionary<(int Index, string Visitor), int> _seen = [];
    private readonly Dictionary<(int Index, int Variant), IReadOnlyDictionary<string, string>> _variants = [];

    /// <summary>Which kind of visit is assigned: the share of converting visits differs where an experiment works.</summary>
    internal enum Visit
    {
        Browsing,
        AbandonedCheckout,
        Converting,
    }

    internal static IReadOnlyList<ExperimentRecord> Until(int day)
    {
        List<ExperimentRecord> records = [];
        for (int index = 0; FirstDay + (index * DaysBetween) < day; index++)
        {
            LocalDate from = ShopCalendar.Start.PlusDays(FirstDay + (index * DaysBetween));
            (string _, string name, string hypothesis) = Ideas[index % Ideas.Length];
            records.Add(new(Id(index), name, hypothesis, from, from.PlusDays(Length), ["control", "variant"], [0.5, 0.5]));
        }

        return records;
    }

    /// <summary>What a visitor sees; the same on every visit. Null on days without an experiment.</summary>
    internal IReadOnlyDictionary<string, string>? Assign(int day, string visitor, Visit visit, SimulationRandom random)
    {
        int index = day < FirstDay ? -1 : (day - FirstDay) / DaysBetween;
        if (index < 0 || (day - FirstDay) % DaysBetween >= Length)
        {
            return null;
        }

        double draw = random.Next();
        if (!_seen.TryGetValue((index, visitor), out int variant))
        {
            variant = draw < ShareOfVariant(index, visit) ? 1 : 0;
            _seen.Add((index, visitor), variant);
        }

        if (!_variants.TryGetValue((index, variant), out IReadOnlyDictionary<string, string>? shown))
        {
            shown = new Dictionary<string, string> { [Id(index)] = variant == 1 ? "variant" : "control" };
            _variants.Add((index, variant), shown);
        }

        return shown;
    }

    /// <summary>Bayes' rule backwards: both arms begin equally many checkouts, the better one completes more of them.</summary>
    private static double ShareOfVariant(int index, Visit visit)
    {
        double lift = index % 3 == 0 ? TrueLift : 1;
        double converting = lift / (1 + lift);
        return visit switch
        {
            Visit.Converting => converting,
            Visit.AbandonedCheckout => (0.5 - (WebTraffic.CheckoutCompletion * converting)) / (1 - WebTraffic.CheckoutCompletion),
            _ => 0.5,
        };
    }

    private static string Id(int index) => index < Ideas.Length ? Ideas[index].Id : $"{Ideas[index % Ideas.Length].Id}-{(index / Ideas.Length) + 1}";
}
