using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

internal readonly struct IntKind : ISlotKind<long>
{
    public static long Read(in FactSlot slot) => slot.Int;

    public static int Compare(long left, long right) => left < right ? -1 : left > right ? 1 : 0;
}

internal readonly struct BoolKind : ISlotKind<bool>
{
    public static bool Read(in FactSlot slot) => slot.Bool;

    public static int Compare(bool left, bool right) => left == right ? 0 : right ? -1 : 1;
}

internal readonly struct DoubleKind : ISlotKind<double>
{
    public static double Read(in FactSlot slot) => slot.Double;

    public static int Compare(double left, double right) =>
        left < right ? -1 : left > right ? 1 : left == right ? 0 : ISlotKind<double>.Unordered;
}

internal readonly struct DecimalKind : ISlotKind<decimal>
{
    public static decimal Read(in FactSlot slot) => slot.Decimal;

    public static int Compare(decimal left, decimal right) => Math.Sign(decimal.Compare(left, right));
}

internal readonly struct TextKind : ISlotKind<string>
{
    public static string Read(in FactSlot slot) => (string)slot.Reference!;

    // Only equality is asked of texts here; order by code point is the evaluator's work.
    public static int Compare(string left, string right) => string.Equals(left, right, StringComparison.Ordinal) ? 0 : ISlotKind<string>.Unordered;
}

internal readonly struct DateKind : ISlotKind<LocalDate>
{
    public static LocalDate Read(in FactSlot slot) => slot.Date;

    public static int Compare(LocalDate left, LocalDate right) => Math.Sign(left.CompareTo(right));
}

internal readonly struct TimestampKind : ISlotKind<Instant>
{
    public static Instant Read(in FactSlot slot) => slot.Timestamp;

    public static int Compare(Instant left, Instant right) => Math.Sign(left.CompareTo(right));
}

internal readonly struct DurationKind : ISlotKind<Duration>
{
    public static Duration Read(in FactSlot slot) => slot.Duration;

    public static int Compare(Duration left, Duration right) => Math.Sign(left.CompareTo(right));
}
