using System.Text;
using EcomOps.Analytics.Events;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Events;

public sealed class ShopEventTests
{
    [Property(MaxTest = 300)]
    public void Reading_what_was_written_gives_the_same_event(int seed)
    {
        // Half a surrogate pair is no text and cannot survive UTF-8.
        ShopEvent e = EventSamples.Any(seed);
        string text = Encoding.UTF8.GetString(ShopEventJson.Write(e));
        ShopEventReading first = ShopEventJson.Read(Encoding.UTF8.GetBytes(text));
        Assert.NotNull(first.Event);
        Assert.Equal(text, Encoding.UTF8.GetString(ShopEventJson.Write(first.Event)));
        if (!text.Contains("\\uFFFD", StringComparison.OrdinalIgnoreCase) && !text.Contains('\uFFFD'))
        {
            Assert.Equal(e, first.Event);
        }
    }

    [Fact]
    public void A_purchase_survives_as_text_with_exact_amounts_and_nanoseconds()
    {
        ShopEvent e = EventSamples.Purchase() with { SentAt = EventSamples.Noon + Duration.FromNanoseconds(123_456_789), ReceivedAt = EventSamples.Noon };
        ShopEventReading read = ShopEventJson.Read(ShopEventJson.Write(e));
        Assert.Empty(read.Issues);
        Assert.Equal(e, read.Event);
        Assert.Equal(Money.Eur(39.98m), read.Event!.Value);
    }

    [Theory]
    [InlineData("\"kind\"", "\"knid\"")]
    [InlineData("\"orderId\"", "\"order_id\"")]
    [InlineData("\"OrderCompleted\"", "\"OrderLost\"")]
    public void A_typing_error_is_refused(string right, string wrong)
    {
        string text = Encoding.UTF8.GetString(ShopEventJson.Write(EventSamples.Purchase()));
        Assert.Contains(right, text, StringComparison.Ordinal);
        ShopEventReading read = ShopEventJson.Read(Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Null(read.Event);
        Issue issue = Assert.Single(read.Issues);
        Assert.Equal("event_unreadable", issue.Code);
        Assert.DoesNotContain("A-1001", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"eventId\":null}")]
    [InlineData("""{"eventId":"e","kind":"CartViewed","visit":{"anonymousId":"a","sessionId":"s"},"occurredAt":"2026-11-26T12:00:00Z","items":[null]}""")]
    [InlineData("not json")]
    [InlineData("")]
    public void What_is_no_event_is_an_issue_and_not_an_exception(string text) =>
        Assert.Equal("event_unreadable", Assert.Single(ShopEventJson.Read(Encoding.UTF8.GetBytes(text)).Issues).Code);

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        ShopEvent e = EventSamples.Purchase() with
        {
            EventId = " ",
            CustomName = "x",
            Order = new EventOrder("") { Tax = Money.Usd(1) },
            Items = [new EventItem("", Money.Eur(-1), 0)],
            Properties = new Dictionary<string, EventValue> { ["Bad Name"] = 1 },
        };
        Assert.Equal(
            ["amount_negative", "currency_mixed", "item_nameless", "name_invalid", "name_unexpected", "quantity_not_positive", "value_missing", "value_missing"],
            e.Check().Select(i => i.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1000000000000000", 1, true)]
    [InlineData("1000000000000000.01", 1, false)]
    [InlineData("1", 1_000_000_000, true)]
    [InlineData("1", 1_000_000_001, false)]
    public void Amounts_and_quantities_stay_where_no_sum_can_overflow(string price, long quantity, bool isSound)
    {
        EventItem item = new("A", Money.Eur(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)), quantity) { Margin = Money.Eur(0) };
        ShopEvent e = ShopEvent.ProductViewed(EventSamples.Visit, EventSamples.Noon, item) with { Value = null };
        Assert.Equal(isSound ? [] : [quantity > 1 ? "quantity_out_of_range" : "amount_out_of_range"], e.Check().Select(i => i.Code));
    }

    [Fact]
    public void The_same_facts_give_the_same_id_and_other_facts_another()
    {
        Assert.Equal(EventSamples.Purchase().EventId, EventSamples.Purchase().EventId);
        Assert.NotEqual(EventSamples.Purchase().EventId, EventSamples.Purchase(order: "A-1002").EventId);
        Assert.NotEqual(EventSamples.Purchase().EventId, EventSamples.Purchase(visit: EventSamples.Visit with { Source = EventSource.Server }).EventId);
    }

    [Fact]
    public void A_stripped_event_holds_no_identifier()
    {
        string text = Encoding.UTF8.GetString(ShopEventJson.Write(EventSamples.Purchase().WithoutIdentifiers()));
        Assert.All((string[])["1234567890.1234567890", "1700000000", "customer-17", "paid_search"], id => Assert.DoesNotContain(id, text, StringComparison.Ordinal));
        Assert.Contains("A-1001", text, StringComparison.Ordinal);
    }
}
