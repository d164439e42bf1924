using System.Buffers;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Events.Internal;

/// <summary>Rules of the canonical event that hold for every collector.</summary>
internal static class ShopEventCheck
{
    internal const int MaxNameLength = 40;

    // With these bounds no sum or product over the items of an event leaves the range of a decimal.
    internal const decimal LargestAmount = 1_000_000_000_000_000;
    internal const long LargestQuantity = 1_000_000_000;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    internal static Money? ValueOf(IReadOnlyList<EventItem> items)
    {
        if (items.Count == 0 || items.Any(i => i.Price.Currency != items[0].Price.Currency))
        {
            return null;
        }

        try
        {
            return items.Aggregate(Money.Zero(items[0].Price.Currency), (sum, item) => sum + item.Value());
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    internal static List<Issue> Of(ShopEvent e)
    {
        List<Issue> issues = [];
        Required(issues, e.EventId, "eventId");
        Required(issues, e.Visit.AnonymousId, "visit.anonymousId");
        Required(issues, e.Visit.SessionId, "visit.sessionId");
        Names(issues, e);
        Amounts(issues, e);
        for (int i = 0; i < e.Items.Count; i++)
        {
            Item(issues, e.Items[i], i);
        }

        if (e.Kind is ShopEventKind.OrderCompleted or ShopEventKind.OrderRefunded or ShopEventKind.OrderUpdated or ShopEventKind.OrderCancelled)
        {
            Required(issues, e.Order?.OrderId, "order.orderId");
        }

        if (e.Visit.Customer?.LifetimePurchases < 0)
        {
            issues.Add(new Issue("number_negative", "visit.customer.lifetimePurchases", "Orders so far cannot be negative."));
        }

        if (e.OccurredAt < Instant.FromUnixTimeTicks(0))
        {
            issues.Add(new Issue("time_out_of_range", "occurredAt", "The event lies before 1970; look at the clock that told the time."));
        }

        return issues;
    }

    private static void Names(List<Issue> issues, ShopEvent e)
    {
        if (!Enum.IsDefined(e.Kind))
        {
            issues.Add(new Issue("kind_unknown", "kind", "Use one of the defined kinds, or Custom with a name."));
        }

        if (e.Kind == ShopEventKind.Custom && !IsName(e.CustomName))
        {
            issues.Add(new Issue("name_invalid", "customName", $"A custom event needs a name: a lower-case letter, then lower-case letters, digits and underscores, at most {MaxNameLength}."));
        }

        if (e.Kind != ShopEventKind.Custom && e.CustomName is not null)
        {
            issues.Add(new Issue("name_unexpected", "customName", "Only custom events have a name of their own."));
        }

        if (e.Properties.Count == 0)
        {
            return;
        }

        foreach (string name in e.Properties.Keys.Where(n => !IsName(n)).Order(StringComparer.Ordinal))
        {
            issues.Add(new Issue("name_invalid", $"properties.{name}", $"Name properties in snake case, at most {MaxNameLength} characters."));
        }
    }

    private static void Amounts(List<Issue> issues, ShopEvent e)
    {
        Currency? currency = e.Value?.Currency ?? (e.Items.Count > 0 ? e.Items[0].Price.Currency : null);
        Amount(issues, e.Value, -1, "value", currency);
        Amount(issues, e.Order?.Tax, -1, "order.tax", currency);
        Amount(issues, e.Order?.Shipping, -1, "order.shipping", currency);
        Amount(issues, e.Order?.Discount, -1, "order.discount", currency);
        for (int i = 0; i < e.Items.Count; i++)
        {
            Amount(issues, e.Items[i].Price, i, "price", currency);
            Amount(issues, e.Items[i].Discount, i, "discount", currency);
            Amount(issues, e.Items[i].Margin, i, "margin", currency, mayBeNegative: true);
        }
    }

    private static void Amount(List<Issue> issues, Money? amount, int item, string member, Currency? currency, bool mayBeNegative = false)
    {
        if (amount is not { } money)
        {
            return;
        }

        if (money.Currency == Currency.None || money.Currency != currency)
        {
            issues.Add(new Issue("currency_mixed", Path(item, member), "All amounts of one event are in one currency."));
        }

        if (money.IsNegative && !mayBeNegative)
        {
            issues.Add(new Issue("amount_negative", Path(item, member), "The amount cannot be negative."));
        }

        if (Math.Abs(money.Amount) > LargestAmount)
        {
            issues.Add(new Issue("amount_out_of_range", Path(item, member), $"An amount is at most {LargestAmount}; look for a missing decimal point."));
        }
    }

    // Built only when there is something to say.
    private static string Path(int item, string member) => item < 0 ? member : $"items[{item}].{member}";

    private static void Item(List<Issue> issues, EventItem item, int index)
    {
        if (string.IsNullOrWhiteSpace(item.ItemId) && string.IsNullOrWhiteSpace(item.Name))
        {
            issues.Add(new Issue("item_nameless", $"items[{index}]", "An item needs an id or a name."));
        }

        if (item.Quantity < 1)
        {
            issues.Add(new Issue("quantity_not_positive", Path(index, "quantity"), "An item has at least one unit."));
        }

        if (item.Quantity > LargestQuantity)
        {
            issues.Add(new Issue("quantity_out_of_range", Path(index, "quantity"), $"An item has at most {LargestQuantity} units."));
        }

        if (item.Categories.Count > EventItem.MaxCategories)
        {
            issues.Add(new Issue("categories_too_deep", Path(index, "categories"), $"At most {EventItem.MaxCategories} levels."));
        }
    }

    internal static bool IsName(string? name) =>
        name is { Length: > 0 and <= MaxNameLength } && char.IsAsciiLetterLower(name[0]) && name.AsSpan().IndexOfAnyExcept(NameLetters) < 0;

    private static void Required(List<Issue> issues, string? value, string path)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            issues.Add(new Issue("value_missing", path, "This member must not be blank."));
        }
    }
}
