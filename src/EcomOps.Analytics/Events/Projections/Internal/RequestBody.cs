using System.Buffers;
using System.Text;

namespace EcomOps.Analytics.Events.Projections.Internal;

internal static class RequestBody
{
    internal static ReadOnlyMemory<byte> Join(string before, IReadOnlyList<ProjectedEvent> events, string after)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfZero(events.Count, nameof(events));
        ArrayBufferWriter<byte> body = new(events.Sum(e => e.Json.Length + 1) + before.Length + after.Length + 16);
        body.Write(Encoding.UTF8.GetBytes(before));
        for (int i = 0; i < events.Count; i++)
        {
            if (i > 0)
            {
                body.Write(","u8);
            }

            body.Write(events[i].Json.Span);
        }

        body.Write(Encoding.UTF8.GetBytes(after));
        return body.WrittenMemory;
    }

    internal static ProjectionOutcome.Refused? Unsound(ShopEvent e) => e.Check() is { Count: > 0 } issues
        ? new ProjectionOutcome.Refused("event_invalid", string.Join(" ", issues.Take(5).Select(i => $"{i.Path}: {i.Message}")))
        : null;
}
