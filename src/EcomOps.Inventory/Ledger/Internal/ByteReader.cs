using System.Buffers.Binary;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Inventory.Ledger.Internal;

internal ref struct ByteReader(ReadOnlySpan<byte> bytes, TextCache texts)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public readonly bool AtEnd => _position == _bytes.Length;

    public byte Byte()
    {
        if (_position >= _bytes.Length)
        {
            throw Damaged();
        }

        return _bytes[_position++];
    }

    public bool Flag() => Byte() != 0;

    public long Number()
    {
        ulong value = Unsigned();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    public ulong Unsigned()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte b = Byte();
            value |= unchecked((ulong)(b & 0x7F) << shift);
            if (b < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }

    public int Count()
    {
        ulong count = Unsigned();
        return count <= (ulong)(_bytes.Length - _position) ? (int)count : throw Damaged();
    }

    public ulong Fixed() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public string Text() => texts.Get(Take(Count()));

    public string? OptionalText() => Flag() ? Text() : null;

    public Instant Time() => Instant.FromUnixTimeTicks(Number());

    public Instant? OptionalTime() => Flag() ? Time() : null;

    public decimal Decimal()
    {
        Span<int> parts = [checked((int)Number()), checked((int)Number()), checked((int)Number()), checked((int)Number())];
        return new decimal(parts);
    }

    public Money? OptionalMoney() => Flag() ? new Money(Decimal(), Currency.FromCode(Text())) : null;

    public static EcomOpsException Damaged() => new("stock_log_damaged", "An entry of the stock log cannot be read. Restore the last backup and verify it.");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_bytes.Length - _position < count)
        {
            throw Damaged();
        }

        ReadOnlySpan<byte> part = _bytes.Slice(_position, count);
        _position += count;
        return part;
    }
}
