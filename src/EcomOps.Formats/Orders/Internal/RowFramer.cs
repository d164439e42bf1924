namespace EcomOps.Formats.Orders.Internal;

/// <summary>Cuts UTF-8 bytes into rows. A quote that is not closed within the limits gives up its first line and goes on after it.</summary>
internal sealed class RowFramer(char delimiter, int largestBlock)
{
    private enum Place
    {
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';

    private byte[] _buffer = new byte[OrderFile.LongestRow + largestBlock];
    private int _start;
    private int _end;
    private bool _atEnd;
    private bool _skipping;

    /// <summary>Line on which the next row begins.</summary>
    internal long Line { get; private set; } = 1;

    /// <summary>Makes room for the next block.</summary>
    internal Memory<byte> Room()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_buffer.Length - _end < largestBlock)
        {
            Array.Resize(ref _buffer, _end + largestBlock);
        }

        return _buffer.AsMemory(_end, largestBlock);
    }

    /// <summary>Takes a block that was written into <see cref="Room"/>; an empty one is the end.</summary>
    internal void Take(int count)
    {
        _end += count;
        _atEnd |= count == 0;
    }

    /// <summary>Takes the last bytes, those of a row that was cut off, as they are.</summary>
    internal ReadOnlySpan<byte> TakeRest()
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
        _start = _end;
        return rest;
    }

    /// <summary>Whether a whole row is at hand, and then the row; false when more bytes are needed or none are left.</summary>
    /// <param name="row">The row, valid until the next call.</param>
    /// <param name="keepLast">Leaves bytes that no line end follows to <see cref="TakeRest"/>.</param>
    internal bool TryNext(out FramedRow row, bool keepLast)
    {
        row = default;
        if (_skipping && !SkipLine())
        {
            return false;
        }

        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
        int length = rest.IndexOf(LineFeed);
        if (length < 0)
        {
            return !keepLast && TryLast(rest, out row);
        }

        if (rest[..length].Contains(Quote))
        {
            return TryQuoted(rest, length, keepLast, out row);
        }

        row = Advance(rest[..length], length + 1, 1, length > OrderFile.LongestRow ? RejectionCodes.RowTooLong : null);
        return true;
    }

    private bool TryLast(ReadOnlySpan<byte> rest, out FramedRow row)
    {
        row = default;
        if (rest.Length > OrderFile.LongestRow)
        {
            row = Advance(rest, rest.Length, 0, RejectionCodes.RowTooLong);
            _skipping = true;
            return true;
        }

        if (!_atEnd || rest.IsEmpty)
        {
            return false;
        }

        return rest.Contains(Quote) ? TryQuoted(rest, rest.Length, keepLast: false, out row) : Whole(Advance(rest, rest.Length, 1, null), out row);
    }

    private bool TryQuoted(ReadOnlySpan<byte> rest, int firstLine, bool keepLast, out FramedRow row)
    {
        Place place = Place.CellStart;
        int lines = 1;
        int i = 0;
        for (; i < rest.Length && i <= OrderFile.LongestRow && lines <= OrderFile.MostLinesOfRow; i++)
        {
            byte b = rest[i];
            if (b == LineFeed && place != Place.Quoted)
            {
                return Whole(Advance(rest[..i], i + 1, lines, null), out row);
            }

            lines += b == LineFeed ? 1 : 0;
            place = Next(place, b);
        }

        if (i == rest.Length && (!_atEnd || keepLast))
        {
            row = default;
            return false;
        }

        return i == rest.Length && place != Place.Quoted
            ? Whole(Advance(rest, rest.Length, lines, null), out row)
            : Whole(Advance(rest[..firstLine], Math.Min(firstLine + 1, rest.Length), 1, RejectionCodes.UnclosedQuote), out row);
    }

    private Place Next(Place place, byte b) => place switch
    {
        Place.Quoted => b == Quote ? Place.QuoteInQuoted : Place.Quoted,
        Place.QuoteInQuoted when b == Quote => Place.Quoted,
        Place.CellStart when b == Quote => Place.Quoted,
        _ => b == delimiter ? Place.CellStart : Place.Plain,
    };

    private static bool Whole(FramedRow framed, out FramedRow row)
    {
        row = framed;
        return true;
    }

    private FramedRow Advance(ReadOnlySpan<byte> bytes, int length, int lines, string? rejection)
    {
        long line = Line;
        _start += length;
        Line += lines;
        return new(line, bytes.EndsWith("\r"u8) ? bytes[..^1] : bytes, rejection);
    }

    private bool SkipLine()
    {
        int length = _buffer.AsSpan(_start, _end - _start).IndexOf(LineFeed);
        _start = length < 0 ? _end : _start + length + 1;
        _skipping = length < 0 && !_atEnd;
        Line += length < 0 ? 0 : 1;
        return length >= 0;
    }
}
