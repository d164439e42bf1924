using System.Text;
using System.Text.Json.Nodes;
using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Analytics.Events.Validation.Internal;
using NodaTime;
using static EcomOps.Analytics.Tests.Events.Validation.Ga4Payload;

namespace EcomOps.Analytics.Tests.Events.Validation;

/// <summary>The quick look against the full judgement: it may doubt a sound payload, but never pass an unsound one.</summary>
public sealed class Ga4GlanceTests
{
    private static readonly string[] Names =
    [
        "currency", "value", "items", "transaction_id", "session_id", "engagement_time_msec", "gclid", "user_id", "firebase_x", "ga_x", "google_", "garden", "_x", "9x", "own", "own-x", "ö", "", "price", "quantity",
        "item_id", "item_name", "discount", "index", "page_location", "page_title", "page_referrer", "page_x", "search_term", "name", "params", "timestamp_micros", "client_id", "consent", "margin_tier",
        new string('a', 40), new string('a', 41),
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "01", "1.", ".5", "1e3", "123456789012", "1234567890123", "999999999999999999", "1234567890123456789012345678901234567890", "\"\"", "\" \"", "\"x\"", "\"EUR\"",
        "\"eur\"", "\"ZZZ\"", "\"A-1001\"", "\"a@b.example\"", "\"a\\u0040b.example\"", "\"%40\"", "\"100% cotton\"", "\"4111 1111 1111 1111\"", "\"+49 30 1234567\"", "\"\\u002B49 30 1234567\"", "\"\\u00e9\\n\\t\\\\\"",
        "\"\\ud83c\\udf75\"", "\"\\ud83c\"", "\"\\x\"", "\"123456789012345678\"", "{}", "[]", "[{}]", "{\"value\":1}", "[{\"item_id\":\"A\"}]", "\"" + new string('v', 100) + "\"", "\"" + new string('v', 101) + "\"",
        "\"" + new string('v', 36) + "\"", "\"" + new string('v', 37) + "\"", "\"" + new string('é', 90) + "\"", "\"GRANTED\"", "1795694400000000", "1595694400000000",
    ];

    [Property(MaxTest = 1500)]
    public void A_glance_passes_nothing_that_the_full_judgement_finds(int seed)
    {
        Random random = new(seed);
        Ga4ValidatorOptions options = Options(random);
        byte[] body = Bend(Sound(random, seed), random);
        CollectorReport full = Ga4Reading.Request(body, options);
        Assert.True(full.Messages.Count == 0 || !Ga4Glance.IsSound(body, options), Encoding.UTF8.GetString(body));
        Assert.Equal(full.ToJson(extended: true), Ga4Validator.Validate(body, options).ToJson(extended: true));
    }

    [Property(MaxTest = 500)]
    public void The_same_holds_for_gtag_calls(int seed)
    {
        Random random = new(seed);
        Ga4ValidatorOptions options = Options(random);
        string name = random.Next(3) switch { 0 => "purchase", 1 => "search", _ => "gift_wrapped" };
        byte[] body = Bend(Encoding.UTF8.GetBytes(Purchase().Params().With(p => p.Remove("session_id")).ToJsonString()), random);
        CollectorReport full = Ga4Reading.Call(name, body, options);
        Assert.True(full.Messages.Count == 0 || !Ga4Glance.IsSound(name, body, options), Encoding.UTF8.GetString(body));
        Assert.Equal(full.ToJson(extended: true), Ga4Validator.ValidateGtag(name, body, options).ToJson(extended: true));
    }

    [Fact]
    public void Common_payloads_need_a_glance_only()
    {
        Assert.True(Glance(Purchase()));
        Assert.True(Glance(Custom()));
        Assert.True(Glance(Custom().With(b => b["user_properties"] = new JsonObject { ["tier"] = new JsonObject { ["value"] = "gold" } })));
        Assert.True(Glance(Custom().With(b => b.Params()["own"] = "100% cotton, Müller's + \"more\" <b>")));
        Assert.True(Glance(Purchase().With(b => b["consent"] = new JsonObject { ["ad_user_data"] = "GRANTED" })));
        Assert.True(Ga4Glance.IsSound(Encoding.UTF8.GetBytes(Purchase().ToJsonString(new() { WriteIndented = true })), Ga4ValidatorOptions.Default));
        Assert.True(Ga4Glance.IsSound(Encoding.UTF8.GetBytes(Custom().ToJsonString().Replace("client_id", "app_instance_id", StringComparison.Ordinal)), new Ga4ValidatorOptions { Stream = Ga4Stream.App }));
        Assert.True(Ga4Glance.IsSound("view_item", "{\"items\":[{\"item_id\":\"A\"}]}"u8, Ga4ValidatorOptions.Default));
        Assert.False(Glance(Purchase().With(b => b.Params()["value"] = 25.52m)));
    }

    [Property(MaxTest = 200)]
    public void What_a_projection_writes_is_mostly_seen_at_a_glance_and_always_without_a_finding(int seed)
    {
        if (new Ga4Projection().Project(EventSamples.Any(seed)) is ProjectionOutcome.Projected { Event: var e })
        {
            byte[] body = new Ga4Projection().Compose([e]).ToArray();
            Assert.DoesNotContain(Ga4Validator.Validate(body).Messages, m => m.Severity == EcomOps.Core.Severity.Error);
        }
    }

    [Fact]
    public void Each_known_name_is_found_by_its_bytes_and_no_other()
    {
        Assert.All(Ga4Names.Parameters.Keys, name => Assert.Equal(name, Encoding.UTF8.GetString(Ga4NameTable.Parameters.Find(Encoding.UTF8.GetBytes(name))!.Utf8)));
        Assert.All(Ga4Names.Recommended, row => Assert.Equal(row.Value, Ga4NameTable.Events.Find(Encoding.UTF8.GetBytes(row.Key))!.Needs));
        Assert.Null(Ga4NameTable.Parameters.Find("item_idd"u8));
        Assert.Null(Ga4NameTable.Parameters.Find(""u8));
        Assert.DoesNotContain(Ga4Names.Recommended.Keys, n => Ga4Names.ReservedWebEvents.Contains(n) || Ga4Names.ReservedAppEvents.Contains(n));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Accepting_a_full_request_allocates_nothing(bool inFull)
    {
        Ga4Projection projection = new(new Ga4ProjectionOptions { CustomerAsUserProperties = true });
        byte[] body = projection.Compose([.. Enumerable.Range(0, 25).Select(i => ((ProjectionOutcome.Projected)projection.Project(EventSamples.Purchase(10, $"A-{i}"))).Event)]).ToArray();
        CollectorReport Judge() => inFull ? Ga4Reading.Request(body, Ga4ValidatorOptions.Default) : Ga4Validator.Validate(body);
        Judge();
        long before = GC.GetAllocatedBytesForCurrentThread();
        CollectorReport report = Judge();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Same(CollectorReport.Clean, report);
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData(0xC3, 0x28)]
    [InlineData(0xFF, 0x20)]
    public void Bytes_that_are_no_UTF8_are_told_with_their_place(byte first, byte second)
    {
        byte[] body = Encoding.UTF8.GetBytes(Custom().With(b => b.Params()["own"] = "xx").ToJsonString());
        int at = body.AsSpan().IndexOf("\"xx\""u8) + 1;
        (body[at], body[at + 1]) = (first, second);
        CollectorMessage message = Assert.Single(Ga4Validator.Validate(body).Messages);
        Assert.Equal(("text_invalid", $"The payload is not UTF-8 from byte {at + 1} on."), (message.Rule, message.Description));
    }

    private static bool Glance(JsonObject body) => Ga4Glance.IsSound(Encoding.UTF8.GetBytes(body.ToJsonString()), Ga4ValidatorOptions.Default);

    private static Ga4ValidatorOptions Options(Random random) => new()
    {
        Stream = random.Next(8) == 0 ? Ga4Stream.App : Ga4Stream.Web,
        IsPremium = random.Next(4) == 0,
        CountBuiltInParameters = random.Next(2) == 0,
        LengthUnit = (TextLengthUnit)random.Next(2),
        Now = random.Next(3) == 0 ? EventSamples.Noon : null,
    };

    private static byte[] Sound(Random random, int seed) => random.Next(3) switch
    {
        0 => Encoding.UTF8.GetBytes(Purchase().ToJsonString()),
        1 when new Ga4Projection().Project(EventSamples.Any(seed)) is ProjectionOutcome.Projected projected => new Ga4Projection().Compose([projected.Event]).ToArray(),
        _ => Encoding.UTF8.GetBytes(Custom().With(b => b["user_properties"] = new JsonObject { ["tier"] = new JsonObject { ["value"] = "gold" } }).ToJsonString()),
    };

    // Up to three changes: a member's name or value, or single bytes.
    private static byte[] Bend(byte[] body, Random random)
    {
        for (int change = random.Next(4); change > 0; change--)
        {
            string text = Encoding.UTF8.GetString(body);
            int[] colons = [.. Enumerable.Range(0, text.Length).Where(i => text[i] == ':')];
            int at = colons.Length == 0 ? 0 : colons[random.Next(colons.Length)];
            body = random.Next(8) switch
            {
                0 => Encoding.UTF8.GetBytes(text.Insert(at + (colons.Length == 0 ? 0 : 1), Values[random.Next(Values.Length)] + $",\"{Names[random.Next(Names.Length)]}\":")),
                1 or 2 => Encoding.UTF8.GetBytes(Replace(text, at + 1, text.IndexOfAny([',', '}', ']'], at), Values[random.Next(Values.Length)])),
                3 => Encoding.UTF8.GetBytes(Replace(text, text.LastIndexOf(',', at) + 1, at, $"\"{Names[random.Next(Names.Length)]}\"")),
                4 or 5 => Encoding.UTF8.GetBytes(Without(text, text.LastIndexOfAny([',', '{'], at), text.IndexOfAny([',', '}', ']'], at))),
                6 => [.. body[..(at = random.Next(body.Length))], .. body[Math.Min(body.Length, at + random.Next(4))..]],
                _ => [.. body[..(at = random.Next(body.Length))], "{}[]\",:\\u0 1-.eE\n\0é"u8[random.Next(19)], .. body[Math.Min(body.Length, at + random.Next(2))..]],
            };
            if (body.Length == 0)
            {
                return body;
            }
        }

        return body;
    }

    // The member between two marks; whichever comma is left over goes with it.
    private static string Without(string text, int from, int to) =>
        from < 0 || to < 0 ? text : text[to] == ',' ? text[..(from + 1)] + text[(to + 1)..] : text[from] == ',' ? text[..from] + text[to..] : text[..(from + 1)] + text[to..];

    private static string Replace(string text, int from, int to, string by) => to < from ? text : text[..from] + by + text[to..];
}
