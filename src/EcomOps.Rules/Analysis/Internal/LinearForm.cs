using System.Numerics;
using NodaTime;

namespace EcomOps.Rules.Analysis.Internal;

// Sum of coefficients times variables plus a constant. Variables are fields, and beyond them the quotients and remainders of the quotient table.
internal sealed class LinearForm
{
    private static readonly Rational MostInt = long.MaxValue;
    private static readonly Rational LeastInt = long.MinValue;
    private static readonly Rational MostDecimal = (BigInteger.One << 96) - 1;
    private static readonly Rational LeastInstant = Field.Nanoseconds(Instant.FromUtc(1, 1, 1, 0, 0));
    private static readonly Rational MostInstant = Field.Nanoseconds(Instant.FromUtc(9999, 12, 31, 23, 59, 59).PlusNanoseconds(999_999_999));
    private static readonly Rational LeastDate = Field.Days(new LocalDate(1, 1, 1));
    private static readonly Rational MostDate = Field.Days(new LocalDate(9999, 12, 31));

    public LinearForm(Rational constant) => Constant = constant;

    public SortedDictionary<int, Rational> Coefficients { get; } = [];

    public Rational Constant { get; private set; }

    public static bool Fits(Rational value, TermKind kind) => kind switch
    {
        TermKind.Int => value >= LeastInt && value <= MostInt,
        TermKind.Decimal => value <= MostDecimal && value >= -MostDecimal,
        TermKind.Timestamp => value >= LeastInstant && value <= MostInstant,
        TermKind.Date => value >= LeastDate && value <= MostDate,
        _ => true,
    };

    // The linear form of a numeric term, or null: not linear, or an intermediate value might leave its type's range and fail.
    public static LinearForm? Of(Term term, IReadOnlyList<Field> fields, QuotientTable? quotients)
    {
        switch (term)
        {
            case NumberTerm number:
                return new LinearForm(number.Value);
            case FieldTerm { IsNumeric: true } field:
                LinearForm single = new(Rational.Zero);
                single.Coefficients[field.Field] = Rational.One;
                return single;
            case NegateTerm negate:
                return Of(negate.Operand, fields, quotients) is { } operand ? InRange(Scaled(operand, -1), term.Kind, fields, quotients) : null;
            case BinaryTerm binary:
                return Of(binary.Left, fields, quotients) is { } left && Of(binary.Right, fields, quotients) is { } right
                    ? InRange(Combine(binary, left, right, fields, quotients), term.Kind, fields, quotients)
                    : null;
            default:
                return null;
        }
    }

    public static LinearForm Sum(LinearForm left, LinearForm right, Rational factor)
    {
        LinearForm sum = Scaled(left, 1);
        foreach ((int variable, Rational coefficient) in right.Coefficients)
        {
            Rational total = sum.Coefficients.GetValueOrDefault(variable, Rational.Zero) + (coefficient * factor);
            if (total.Sign == 0)
            {
                sum.Coefficients.Remove(variable);
            }
            else
            {
                sum.Coefficients[variable] = total;
            }
        }

        sum.Constant = left.Constant + (right.Constant * factor);
        return sum;
    }

    // Smallest and largest value over the fields' limits; null is unbounded.
    public (Rational? Least, Rational? Most) Bounds(IReadOnlyList<Field> fields, QuotientTable? quotients)
    {
        Rational? least = Constant;
        Rational? most = Constant;
        foreach ((int variable, Rational coefficient) in Coefficients)
        {
            (Rational? low, Rational? high) = variable < fields.Count
                ? (fields[variable].Minimum, fields[variable].Maximum)
                : quotients!.Bounds(variable);
            (low, high) = coefficient.Sign > 0 ? (low, high) : (high, low);
            least = least is { } l && low is { } x ? l + (x * coefficient) : null;
            most = most is { } m && high is { } y ? m + (y * coefficient) : null;
        }

        return (least, most);
    }

    private static LinearForm Scaled(LinearForm form, Rational factor)
    {
        LinearForm scaled = new(form.Constant * factor);
        if (factor.Sign != 0)
        {
            foreach ((int variable, Rational coefficient) in form.Coefficients)
            {
                scaled.Coefficients[variable] = coefficient * factor;
            }
        }

        return scaled;
    }

    private static LinearForm? Combine(BinaryTerm term, LinearForm left, LinearForm right, IReadOnlyList<Field> fields, QuotientTable? quotients)
    {
        switch (term.Operator)
        {
            case '+':
                return Sum(left, right, 1);
            case '-':
                return Sum(left, right, -1);
            case '*' when left.Coefficients.Count == 0:
                return Scaled(right, left.Constant);
            case '*' when right.Coefficients.Count == 0:
                return Scaled(left, right.Constant);
            case '/' when term.Kind == TermKind.Double && right.Coefficients.Count == 0 && right.Constant.Sign != 0:
                return Scaled(left, Rational.One / right.Constant);
            case '/' or '%' when term.Kind == TermKind.Int && right.Coefficients.Count == 0 && right.Constant.Sign != 0:
                BigInteger divisor = right.Constant.Numerator;
                if (left.Coefficients.Count == 0)
                {
                    return new LinearForm(term.Operator == '/'
                        ? BigInteger.Divide(left.Constant.Numerator, divisor)
                        : BigInteger.Remainder(left.Constant.Numerator, divisor));
                }

                if (quotients is null)
                {
                    return null;
                }

                LinearForm part = new(Rational.Zero);
                part.Coefficients[quotients.Variable(left, divisor, term.Operator == '%', fields)] = Rational.One;
                return part;
            default:
                return null;
        }
    }

    private static LinearForm? InRange(LinearForm? form, TermKind kind, IReadOnlyList<Field> fields, QuotientTable? quotients)
    {
        if (form is null || kind is TermKind.Double or TermKind.Duration)
        {
            return form;
        }

        (Rational? least, Rational? most) = form.Bounds(fields, quotients);
        bool fits = (least is null && kind == TermKind.Decimal) || (least is { } l && Fits(l, kind));
        fits &= (most is null && kind == TermKind.Decimal) || (most is { } m && Fits(m, kind));
        return fits ? form : null;
    }
}
