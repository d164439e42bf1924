using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

// Varints, UTF-8 and fixed numbers into one growing buffer.
internal sealed class ByteWriter
{
    private byte[] _buffer = new byte[64 * 1024];

    public int Length { get; private set; }

    public void Clear() => Length = 0;

    public ReadOnlySpan<byte> From(int start) => _buffer.AsSpan(start, Length - start);

    public void Byte(byte value)
    {
        Room(1);
        _buffer[Length++] = value;
    }

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Number(long value) => Unsigned(unchecked((ulong)((value << 1) ^ (value >> 63))));

    public void Unsigned(ulong value)
    {
        Room(10);
        while (value >= 0x80)
        {
            _buffer[Length++] = unchecked((byte)(value | 0x80));
            value >>= 7;
        }

        _buffer[Length++] = (byte)value;
    }

    public void Fixed(ulong value)
    {
        Room(8);
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.AsSpan(Length), value);
        Length += 8;
    }

    public void Text(string value)
    {
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most < 0x80)
        {
            Room(most + 1);
            int written = Encoding.UTF8.GetBytes(value, _buffer.AsSpan(Length + 1));
            _buffer[Length] = (byte)written;
            Length += written + 1;
            return;
        }

        int bytes = Encoding.UTF8.GetByteCount(value);
        Unsigned((ulong)bytes);
        Room(bytes);
        Length += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(Length));
    }

    // Null is told from the empty text by a leading flag.
    public void OptionalText(string? value)
    {
        Flag(value is not null);
        if (value is not null)
        {
            Text(value);
        }
    }

    public void Time(Instant value) => Number(value.ToUnixTimeTicks());

    public void OptionalTime(Instant? value)
    {
        Flag(value is not null);
        if (value is { } instant)
        {
            Time(instant);
        }
    }

    public void Decimal(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        foreach (int part in parts)
        {
            Number(part);
        }
    }

    public void OptionalMoney(Money? value)
    {
        Flag(value is not null);
        if (value is { } money)
        {
            Decimal(money.Amount);
            Text(money.Currency.Code);
        }
    }

    private void Room(int bytes)
    {
        if (_buffer.Length - Length < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + bytes));
        }
    }
}
