namespace EcomOps.Formats.Orders.Internal;

/// <summary>The bytes of one row without its line end, and why it cannot be read, if so.</summary>
internal readonly ref struct FramedRow(long line, ReadOnlySpan<byte> bytes, string? rejection)
{
    internal long Line { get; } = line;

    internal ReadOnlySpan<byte> Bytes { get; } = bytes;

    internal string? Rejection { get; } = rejection;
}
