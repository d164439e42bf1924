using System.Text.Json;
using EcomOps.Analytics.Events.Internal;
using EcomOps.Core;

namespace EcomOps.Analytics.Events;

/// <summary>The canonical event as JSON: one object, members in camel case, amounts as texts. Reading what was written gives an equal event.</summary>
/// <remarks>Unknown and repeated members are refused, so that a typing error is seen. Pure and thread-safe.</remarks>
public static class ShopEventJson
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Blanks => " \t\r"u8;

    /// <summary>Writes an event.</summary>
    /// <param name="event">Event.</param>
    /// <returns>UTF-8 without line breaks, fit for JSON lines.</returns>
    public static byte[] Write(ShopEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        return JsonSerializer.SerializeToUtf8Bytes(@event, ShopEventJsonContext.Default.ShopEvent);
    }

    /// <summary>Reads an event and checks it.</summary>
    /// <param name="json">UTF-8.</param>
    /// <returns>The event and its issues; <c>event_unreadable</c> when the text is no event.</returns>
    public static ShopEventReading Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ShopEventJsonContext.Default.ShopEvent) switch
            {
                null => Unreadable("$", "expected an object, found null"),
                { } read when read.Items.Any(i => i is null || i.Categories.Any(c => c is null)) => Unreadable("$.items", "expected items and categories, found null"),
                { } read => new ShopEventReading(read, read.Check()),
            };
        }
        catch (InvalidOperationException)
        {
            // A member's name that is no text; values that are none come as a JsonException.
            return Unreadable("$", "a name is not UTF-8 or holds half of a surrogate pair");
        }
        catch (JsonException problem)
        {
            // The exception's own text may quote the document, which may hold personal data.
            return Unreadable(problem.Path ?? "$", $"line {(problem.LineNumber ?? 0) + 1}, byte {(problem.BytePositionInLine ?? 0) + 1} is no canonical event; compare the member's name and type with the event model");
        }
    }

    /// <summary>Reads JSON lines: one event a line, in the order of the text. A line that is no event does not stop the others; blank lines are passed over.</summary>
    /// <param name="text">UTF-8, lines ended by LF or CRLF; a byte order mark is passed over.</param>
    /// <returns>One answer for every line that is not blank.</returns>
    public static IReadOnlyList<ShopEventLine> ReadLines(ReadOnlySpan<byte> text)
    {
        List<ShopEventLine> lines = [];
        int number = 0;
        for (ReadOnlySpan<byte> rest = text.StartsWith(Mark) ? text[Mark.Length..] : text; !rest.IsEmpty;)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? rest : rest[..end]).Trim(Blanks);
            rest = end < 0 ? [] : rest[(end + 1)..];
            number++;
            if (!line.IsEmpty)
            {
                ShopEventReading read = Read(line);
                lines.Add(new ShopEventLine(number, read.Event, read.Issues));
            }
        }

        return lines;
    }

    private static ShopEventReading Unreadable(string path, string message) => new(null, [new Issue("event_unreadable", path, message)]);
}
