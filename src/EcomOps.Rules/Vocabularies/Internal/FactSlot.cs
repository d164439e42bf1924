using System.Runtime.InteropServices;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Rules.Vocabularies.Internal;

// One attribute of one evaluation, loaded at the first read. The payloads share their bytes, so that a frame of twenty attributes is
// 640 bytes and is cleared in one sweep; which member is valid follows from the attribute's kind.
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct FactSlot
{
    [FieldOffset(0)]
    public object? Reference;

    [FieldOffset(8)]
    public bool Bool;

    [FieldOffset(8)]
    public long Int;

    [FieldOffset(8)]
    public double Double;

    [FieldOffset(8)]
    public decimal Decimal;

    [FieldOffset(8)]
    public LocalDate Date;

    [FieldOffset(8)]
    public Instant Timestamp;

    [FieldOffset(8)]
    public Duration Duration;

    [FieldOffset(24)]
    public FactState State;

    [FieldOffset(26)]
    public Currency Currency;

    public readonly Money Money => new(Decimal, Currency);

    public readonly string Text => (string)Reference!;

    public void SetMoney(Money value)
    {
        Decimal = value.Amount;
        Currency = value.Currency;
    }
}
