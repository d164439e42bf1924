using EcomOps.Rules.Cel.Internal.Evaluation;

namespace EcomOps.Rules.Cel.Internal.Functions;

// The namespace base64. Padding may be missing when text is decoded.
internal static class EncoderFunctions
{
    public static IEnumerable<Overload> All =>
    [
        Make.Of<ReadOnlyMemory<byte>, string>("base64.encode(bytes) -> string", a => Convert.ToBase64String(a.Span)),
        new Overload<string, ReadOnlyMemory<byte>>("base64.decode(string) -> bytes", Decode),
    ];

    private static Status Decode(CelFrame frame, string text, out ReadOnlyMemory<byte> value)
    {
        value = default;
        bool padded = text.Length % 4 == 0 || text.EndsWith('=');
        string whole = padded ? text : text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[whole.Length / 4 * 3];
        if (text.AsSpan().ContainsAny(" \t\r\n") || !Convert.TryFromBase64String(whole, bytes, out int written))
        {
            return frame.Fail("The text is no base64.");
        }

        value = bytes.AsMemory(0, written);
        return Status.Ok;
    }
}
