using System.Globalization;
using System.Text;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Types;
using EcomOps.Rules.Cel.Internal.Values;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;

namespace EcomOps.Rules.Cel.Internal.Functions;

// Conversions between the standard types, type() and dyn().
internal static class ConversionFunctions
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    public static IEnumerable<Overload> All =>
    [
        Make.Of<long, long>("int(int) -> int", a => a),
        Make.Try<ulong, long>("int(uint) -> int", a => a <= long.MaxValue ? (long)a : null, "The number does not fit an int."),
        Make.Try<double, long>("int(double) -> int", a => a > -9223372036854775808.0 && a < 9223372036854775808.0 ? (long)a : null, "The number does not fit an int."),
        Make.Try<string, long>("int(string) -> int", Int, "The text is no int."),
        Make.Try<Instant, long>("int(timestamp) -> int", a => a.ToUnixTimeSeconds(), "The timestamp has no seconds."),
        Make.Try<Duration, long>("int(duration) -> int", a => (long)(a.ToInt128Nanoseconds() / 1_000_000_000), "The duration has no seconds."),
        Make.Of<ulong, ulong>("uint(uint) -> uint", a => a),
        Make.Try<long, ulong>("uint(int) -> uint", a => a >= 0 ? (ulong)a : null, "The number does not fit a uint."),
        Make.Try<double, ulong>("uint(double) -> uint", a => a > -1 && a < 18446744073709551616.0 ? (ulong)Math.Truncate(Math.Abs(a)) : null, "The number does not fit a uint."),
        Make.Try<string, ulong>("uint(string) -> uint", Uint, "The text is no uint."),
        Make.Of<double, double>("double(double) -> double", a => a),
        Make.Of<long, double>("double(int) -> double", a => a),
        Make.Of<ulong, double>("double(uint) -> double", a => a),
        Make.Try<string, double>("double(string) -> double", Double, "The text is no double."),
        Make.Of<bool, bool>("bool(bool) -> bool", a => a),
        Make.Try<string, bool>("bool(string) -> bool", Bool, "The text is no bool; true, True, TRUE, t, 1 and their opposites are."),
        Make.Of<string, string>("string(string) -> string", a => a),
        Make.Of<bool, string>("string(bool) -> string", a => a ? "true" : "false"),
        Make.Of<long, string>("string(int) -> string", a => a.ToString(CultureInfo.InvariantCulture)),
        Make.Of<ulong, string>("string(uint) -> string", a => a.ToString(CultureInfo.InvariantCulture)),
        Make.Of<double, string>("string(double) -> string", DoubleText.Of),
        Make.Of<Instant, string>("string(timestamp) -> string", TimeText.Text),
        Make.Of<Duration, string>("string(duration) -> string", TimeText.Text),
        new Overload<ReadOnlyMemory<byte>, string>("string(bytes) -> string", Text),
        Make.Of<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>("bytes(bytes) -> bytes", a => a),
        Make.Of<string, ReadOnlyMemory<byte>>("bytes(string) -> bytes", a => Encoding.UTF8.GetBytes(a)),
        Make.Of<Instant, Instant>("timestamp(timestamp) -> timestamp", a => a),
        Make.Try<string, Instant>("timestamp(string) -> timestamp", TimeText.Timestamp, "The text is no timestamp of the years 1 to 9999, such as 2026-11-27T18:00:00Z."),
        Make.Try<long, Instant>("timestamp(int) -> timestamp", Seconds, "The timestamp is outside the years 1 to 9999."),
        Make.Of<Duration, Duration>("duration(duration) -> duration", a => a),
        Make.Try<string, Duration>("duration(string) -> duration", a => (Duration?)DurationText.Parse(a), "The text is no duration of less than about 292 years, such as 1h30m or 24h."),
        Make.Try<long, Duration>("duration(int) -> duration", a => a is > -9_223_372_036 and < 9_223_372_036 ? Duration.FromSeconds(a) : null, "The duration is longer than about 292 years."),
        Make.Of<object?, object?>("dyn(A) -> dyn", a => a),
        Make.Of<object?, CelType>("type(A) -> type(A)", ValueTypes.Of),
    ];

    private static long? Int(string text) =>
        !HasSpace(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;

    private static ulong? Uint(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) ? value : null;

    private static double? Double(string text)
    {
        string bare = text.TrimStart('+', '-');
        if (text.Length - bare.Length <= 1 && bare.ToLowerInvariant() is "inf" or "infinity")
        {
            return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (bare.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !HasSpace(text) && double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
    }

    private static bool HasSpace(string text) => text.AsSpan().ContainsAny(" \t\r\n");

    private static bool? Bool(string text) => text switch
    {
        "true" or "True" or "TRUE" or "t" or "1" => true,
        "false" or "False" or "FALSE" or "f" or "0" => false,
        _ => null,
    };

    private static Status Text(CelFrame frame, ReadOnlyMemory<byte> bytes, out string value)
    {
        value = string.Empty;
        try
        {
            value = StrictUtf8.GetString(bytes.Span);
            return Status.Ok;
        }
        catch (DecoderFallbackException)
        {
            return frame.Fail("The bytes are no UTF-8 text.");
        }
    }

    private static Instant? Seconds(long seconds) =>
        seconds >= TimeText.Earliest.ToUnixTimeSeconds() && seconds <= TimeText.Latest.ToUnixTimeSeconds() ? Instant.FromUnixTimeSeconds(seconds) : null;
}
