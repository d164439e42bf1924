using System.Text;
using EcomOps.Analytics.Events;

namespace EcomOps.Analytics.Tests.Events;

/// <summary>Broken files of events: an answer with its place for each line, and nothing lost beside it.</summary>
public sealed class ShopEventReadingTests
{
    public static TheoryData<string, string> Broken() => new()
    {
        { "truncated", Sound()[..^7] },
        { "a huge number", Sound().Replace("\"properties\":{}", "\"properties\":{\"n\":1e999}", StringComparison.Ordinal) },
        { "a huge amount", Sound().Replace("19.99", "9" + new string('9', 40), StringComparison.Ordinal) },
        { "a huge quantity", Sound().Replace("\"quantity\":1", "\"quantity\":99999999999999999999", StringComparison.Ordinal) },
        { "a fraction of a unit", Sound().Replace("\"quantity\":1", "\"quantity\":1.5", StringComparison.Ordinal) },
        { "deep nesting", Sound().Replace("\"properties\":{}", "\"properties\":{\"n\":" + new string('[', 5000) + new string(']', 5000) + "}", StringComparison.Ordinal) },
        { "a member twice", Sound().Replace("\"kind\":", "\"eventId\":\"other\",\"kind\":", StringComparison.Ordinal) },
        { "a property twice", Sound().Replace("\"properties\":{}", "\"properties\":{\"n\":1,\"n\":2}", StringComparison.Ordinal) },
        { "half of a surrogate pair", Sound().Replace("A-1001", "\\ud83c", StringComparison.Ordinal) },
        { "half of a surrogate pair in a name", Sound().Replace("\"orderId\"", "\"\\ud83c\"", StringComparison.Ordinal) },
        { "a time out of range", Sound().Replace("2026-11-26", "99999-11-26", StringComparison.Ordinal) },
        { "an unknown currency", Sound().Replace("EUR", "XXZ", StringComparison.Ordinal) },
        { "null for the visit", Sound().Replace("\"visit\":{", "\"visit\":null,\"x\":{", StringComparison.Ordinal) },
        { "null for the items", "{\"eventId\":\"e\",\"kind\":\"CartViewed\",\"visit\":{\"anonymousId\":\"a\",\"sessionId\":\"s\"},\"occurredAt\":\"2026-11-26T12:00:00Z\",\"items\":null}" },
        { "null for the context", "{\"eventId\":\"e\",\"kind\":\"CartViewed\",\"visit\":{\"anonymousId\":\"a\",\"sessionId\":\"s\",\"context\":null},\"occurredAt\":\"2026-11-26T12:00:00Z\"}" },
        { "a number for a kind", Sound().Replace("\"OrderCompleted\"", "99", StringComparison.Ordinal) },
        { "an array", "[" + Sound() + "]" },
        { "text behind", Sound() + "x" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_line_is_told_with_its_place_and_the_others_are_kept(string what, string text)
    {
        Assert.NotEqual(Sound(), text);
        byte[] file = Encoding.UTF8.GetBytes($"{Sound()}\n{text}\r\n\n{Sound()}");
        IReadOnlyList<ShopEventLine> lines = ShopEventJson.ReadLines(file);
        Assert.Equal([1, 2, 4], lines.Select(l => l.Number));
        Assert.Equal(EventSamples.Purchase(), lines[0].Event);
        Assert.Equal(EventSamples.Purchase(), lines[2].Event);
        Assert.True(lines[1].Issues.Count > 0, what);
        Assert.All(lines[1].Issues, i => Assert.True(i.Path.Length > 0 && i.Message.Length > 0));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_too()
    {
        byte[] sound = Encoding.UTF8.GetBytes(Sound());
        foreach (string place in (string[])["A-1001", "orderId", "2026", "OrderCompleted"])
        {
            byte[] broken = [.. sound];
            broken[sound.AsSpan().IndexOf(Encoding.UTF8.GetBytes(place)) + 1] = 0xFF;
            IReadOnlyList<ShopEventLine> lines = ShopEventJson.ReadLines((byte[])[.. broken, (byte)'\n', .. sound]);
            Assert.Null(lines[0].Event);
            Assert.Equal("event_unreadable", Assert.Single(lines[0].Issues).Code);
            Assert.Equal(EventSamples.Purchase(), lines[1].Event);
        }
    }

    [Property(MaxTest = 600)]
    public void Any_bytes_get_an_answer_and_good_lines_stay(int seed)
    {
        Random random = new(seed);
        byte[] broken = ShopEventJson.Write(EventSamples.Any(seed));
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(broken.Length);
            broken = random.Next(4) switch
            {
                0 => broken[..(at + 1)],
                1 => [.. broken[..at], .. broken[Math.Min(broken.Length, at + random.Next(1, 30))..]],
                2 => [.. broken[..at], (byte)random.Next(256), .. broken[(at + 1)..]],
                _ => [.. broken[..at], .. "{}[]\",:1e999\\ud83cnull"u8[random.Next(20)..], .. broken[at..]],
            };
        }

        byte[] line = [.. broken.Where(b => b is not (byte)'\n')];
        ShopEventReading alone = ShopEventJson.Read(line);
        Assert.True(alone.Event is not null || alone.Issues.Count > 0);
        byte[] sound = Encoding.UTF8.GetBytes(Sound());
        IReadOnlyList<ShopEventLine> lines = ShopEventJson.ReadLines((byte[])[.. sound, (byte)'\n', .. line, (byte)'\n', .. sound]);
        Assert.Equal(EventSamples.Purchase(), lines[0].Event);
        Assert.Equal((3, EventSamples.Purchase()), (lines[^1].Number, lines[^1].Event));
        Assert.All(lines, l => Assert.True(l.Event is not null || l.Issues.Count > 0));
    }

    [Property(MaxTest = 100)]
    public void A_file_of_events_is_read_as_it_was_written(int seed)
    {
        byte[][] written = [.. Enumerable.Range(0, 5).Select(i => ShopEventJson.Write(EventSamples.Any(unchecked(seed + i))))];
        byte[] file = [0xEF, 0xBB, 0xBF, .. written.SelectMany(w => (byte[])[.. w, (byte)'\r', (byte)'\n'])];
        IReadOnlyList<ShopEventLine> lines = ShopEventJson.ReadLines(file);
        Assert.Equal(written.Select(Convert.ToHexString), lines.Select(l => Convert.ToHexString(ShopEventJson.Write(l.Event!))));
        Assert.Empty(ShopEventJson.ReadLines([]));
    }

    private static string Sound() => Encoding.UTF8.GetString(ShopEventJson.Write(EventSamples.Purchase()));
}
