using System.Numerics;
using EcomOps.Rules.Vocabularies;
using NodaTime;

namespace EcomOps.Rules.Analysis.Internal;

// One attribute as the analysis sees it. Step is the grid of a number; null for a continuum.
internal sealed class Field
{
    private static readonly Rational LargestDecimal = (BigInteger.One << 96) - 1;

    public Field(int index, VocabularyAttribute attribute)
    {
        Index = index;
        Attribute = attribute;
        AttributeType type = attribute.Type;
        Kind = type.Kind switch
        {
            AttributeKind.Bool => TermKind.Bool,
            AttributeKind.Int => TermKind.Int,
            AttributeKind.Double => TermKind.Double,
            AttributeKind.Decimal or AttributeKind.Money => TermKind.Decimal,
            AttributeKind.String or AttributeKind.Enum => TermKind.Text,
            AttributeKind.Date => TermKind.Date,
            AttributeKind.Timestamp => TermKind.Timestamp,
            AttributeKind.Duration => TermKind.Duration,
            _ => TermKind.Other,
        };
        Step = Kind switch
        {
            TermKind.Int or TermKind.Date or TermKind.Timestamp or TermKind.Duration => Rational.One,
            TermKind.Decimal when type.Scale is { } scale => new Rational(1, BigInteger.Pow(10, scale)),
            _ => null,
        };
        (Rational? least, Rational? most) = Limits(Kind, Step);
        Minimum = type.Minimum is { } minimum ? Number(minimum) : least;
        Maximum = type.Maximum is { } maximum ? Number(maximum) : most;
        IsLowerDeclared = type.Minimum is not null;
    }

    public int Index { get; }

    public VocabularyAttribute Attribute { get; }

    public string Path => Attribute.Path;

    // now and today: shown in a witness only where conditions read them.
    public bool IsAmbient { get; init; }

    public bool IsOptional => Attribute.IsOptional;

    public bool IsEnum => Attribute.Type.Kind == AttributeKind.Enum;

    public TermKind Kind { get; }

    public Rational? Step { get; }

    public Rational? Minimum { get; }

    public Rational? Maximum { get; }

    public bool IsLowerDeclared { get; }

    public bool IsNumeric => Kind is not (TermKind.Bool or TermKind.Text or TermKind.Other);

    // First and last grid index.
    public BigInteger FirstIndex => (Minimum!.Value / Step!.Value).Ceiling();

    public BigInteger LastIndex => (Maximum!.Value / Step!.Value).Floor();

    // Number of values without absence, or null when they cannot be listed.
    public BigInteger? Size => Kind switch
    {
        TermKind.Bool => 2,
        TermKind.Text when IsEnum => Attribute.Type.Values.Count,
        TermKind.Text or TermKind.Other => null,
        _ => Step is null ? null : BigInteger.Max(0, LastIndex - FirstIndex + 1),
    };

    public static Rational Number(object value) => value switch
    {
        long n => n,
        int n => n,
        decimal n => Rational.Of(n),
        double n => Rational.Exactly(n),
        LocalDate d => Days(d),
        Instant i => Nanoseconds(i),
        Duration d => d.ToBigIntegerNanoseconds(),
        _ => throw new ArgumentException($"{value.GetType().Name} is no limit of an attribute.", nameof(value)),
    };

    public static Rational Days(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);

    public static Rational Nanoseconds(Instant instant) => (instant - NodaConstants.UnixEpoch).ToBigIntegerNanoseconds();

    // All values in order; only for fields with a size.
    public IEnumerable<object> Values()
    {
        if (Kind == TermKind.Bool)
        {
            return [false, true];
        }

        return IsEnum ? Attribute.Type.Values : Grid();
    }

    // The value as facts hold it.
    public object? ToFact(object value) => value is not Rational number ? value : Kind switch
    {
        TermKind.Int => (long)number.Numerator,
        TermKind.Double => number.ToDouble(),
        TermKind.Decimal => number.ToDecimal(),
        TermKind.Date => new LocalDate(1970, 1, 1).PlusDays((int)number.Numerator),
        TermKind.Timestamp => NodaConstants.UnixEpoch + Duration.FromNanoseconds(number.Numerator),
        TermKind.Duration => Duration.FromNanoseconds(number.Numerator),
        _ => null,
    };

    private static (Rational? Least, Rational? Most) Limits(TermKind kind, Rational? step) => kind switch
    {
        TermKind.Int => (long.MinValue, long.MaxValue),
        TermKind.Date => (Days(new LocalDate(1, 1, 1)), Days(new LocalDate(9999, 12, 31))),
        TermKind.Timestamp => (Nanoseconds(Instant.FromUtc(1, 1, 1, 0, 0)), Nanoseconds(Instant.FromUtc(9999, 12, 31, 23, 59, 59).PlusNanoseconds(999_999_999))),
        TermKind.Duration => ((BigInteger)(-315_576_000_000L) * 1_000_000_000, (BigInteger)315_576_000_000L * 1_000_000_000),
        TermKind.Decimal when step is { } grid => (-LargestDecimal * grid, LargestDecimal * grid),
        _ => (null, null),
    };

    private IEnumerable<object> Grid()
    {
        for (BigInteger i = FirstIndex; i <= LastIndex; i++)
        {
            yield return (Rational)i * Step!.Value;
        }
    }
}
