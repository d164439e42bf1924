using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Values;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Functions;

// + and - of texts, bytes, lists and times.
internal static class ValueOperators
{
    public static IEnumerable<Overload> All =>
    [
        new OperatorOverload<string, string, string, Join>("_+_(string, string) -> string"),
        new OperatorOverload<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, Join>("_+_(bytes, bytes) -> bytes"),
        new OperatorOverload<IReadOnlyList<object?>, IReadOnlyList<object?>, IReadOnlyList<object?>, Join>("_+_(list(A), list(A)) -> list(A)"),
        new OperatorOverload<Instant, Duration, Instant, Later>("_+_(timestamp, duration) -> timestamp"),
        new OperatorOverload<Duration, Instant, Instant, Later>("_+_(duration, timestamp) -> timestamp"),
        new OperatorOverload<Duration, Duration, Duration, Later>("_+_(duration, duration) -> duration"),
        new OperatorOverload<Instant, Duration, Instant, Earlier>("_-_(timestamp, duration) -> timestamp"),
        new OperatorOverload<Instant, Instant, Duration, Earlier>("_-_(timestamp, timestamp) -> duration"),
        new OperatorOverload<Duration, Duration, Duration, Earlier>("_-_(duration, duration) -> duration"),
    ];

    private static Status Checked(CelFrame frame, Duration made, out Duration value)
    {
        value = made;
        return TimeText.IsValid(made) ? Status.Ok : frame.Fail("The duration is longer than about 292 years.");
    }

    // The library's instants end with the year 9999 too, so the sum is made as a duration.
    private static Status Moved(CelFrame frame, Instant from, Duration by, out Instant value)
    {
        Duration sinceEpoch = from - NodaConstants.UnixEpoch + by;
        bool valid = sinceEpoch >= TimeText.Earliest - NodaConstants.UnixEpoch && sinceEpoch <= TimeText.Latest - NodaConstants.UnixEpoch;
        value = valid ? NodaConstants.UnixEpoch + sinceEpoch : from;
        return valid ? Status.Ok : frame.Fail("The timestamp is outside the years 1 to 9999.");
    }

    private readonly struct Join : IOperation<string, string, string>, IOperation<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>,
        IOperation<IReadOnlyList<object?>, IReadOnlyList<object?>, IReadOnlyList<object?>>
    {
        public static Status Apply(CelFrame frame, string left, string right, out string value)
        {
            value = string.Empty;
            if (!frame.Spend((left.Length + right.Length) / 10))
            {
                return frame.OverBudget();
            }

            value = string.Concat(left, right);
            return Status.Ok;
        }

        public static Status Apply(CelFrame frame, ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right, out ReadOnlyMemory<byte> value)
        {
            value = default;
            if (!frame.Spend((left.Length + right.Length) / 10))
            {
                return frame.OverBudget();
            }

            value = (byte[])[.. left.Span, .. right.Span];
            return Status.Ok;
        }

        public static Status Apply(CelFrame frame, IReadOnlyList<object?> left, IReadOnlyList<object?> right, out IReadOnlyList<object?> value)
        {
            value = left;
            if (!frame.Spend(left.Count + right.Count))
            {
                return frame.OverBudget();
            }

            value = (object?[])[.. left, .. right];
            return Status.Ok;
        }
    }

    private readonly struct Later : IOperation<Instant, Duration, Instant>, IOperation<Duration, Instant, Instant>, IOperation<Duration, Duration, Duration>
    {
        public static Status Apply(CelFrame frame, Instant left, Duration right, out Instant value) => Moved(frame, left, right, out value);

        public static Status Apply(CelFrame frame, Duration left, Instant right, out Instant value) => Moved(frame, right, left, out value);

        public static Status Apply(CelFrame frame, Duration left, Duration right, out Duration value) => Checked(frame, left + right, out value);
    }

    private readonly struct Earlier : IOperation<Instant, Duration, Instant>, IOperation<Instant, Instant, Duration>, IOperation<Duration, Duration, Duration>
    {
        public static Status Apply(CelFrame frame, Instant left, Duration right, out Instant value) => Moved(frame, left, -right, out value);

        public static Status Apply(CelFrame frame, Instant left, Instant right, out Duration value) => Checked(frame, left - right, out value);

        public static Status Apply(CelFrame frame, Duration left, Duration right, out Duration value) => Checked(frame, left - right, out value);
    }
}
