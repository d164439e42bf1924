using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

// Quotients and remainders by constants, as further variables of linear forms; equal divisions share one.
internal sealed class QuotientTable(int fields)
{
    private readonly Dictionary<string, Quotient> _byText = new(StringComparer.Ordinal);

    public List<Quotient> Quotients { get; } = [];

    public int VariableCount => fields + (2 * Quotients.Count);

    public int Variable(LinearForm dividend, BigInteger divisor, bool remainder, IReadOnlyList<Field> fieldList)
    {
        string key = string.Join('+', dividend.Coefficients.Select(c => c.Value + "*" + c.Key)) + "+" + dividend.Constant + ":" + divisor;
        if (!_byText.TryGetValue(key, out Quotient? quotient))
        {
            (Rational? least, Rational? most) = dividend.Bounds(fieldList, this);
            quotient = new Quotient { Dividend = dividend, Divisor = divisor, QuotientVariable = VariableCount, Least = least, Most = most };
            _byText[key] = quotient;
            Quotients.Add(quotient);
        }

        return remainder ? quotient.RemainderVariable : quotient.QuotientVariable;
    }

    public Quotient Of(int variable) => Quotients[(variable - fields) / 2];

    public (Rational? Least, Rational? Most) Bounds(int variable)
    {
        Quotient quotient = Of(variable);
        BigInteger size = BigInteger.Abs(quotient.Divisor);
        if (variable == quotient.RemainderVariable)
        {
            return (quotient.Least is { Sign: >= 0 } ? Rational.Zero : 1 - size, quotient.Most is { Sign: <= 0 } ? Rational.Zero : size - 1);
        }

        Rational? a = quotient.Least is { } least ? (Rational)BigInteger.Divide(least.Floor(), quotient.Divisor) : null;
        Rational? b = quotient.Most is { } most ? (Rational)BigInteger.Divide(most.Ceiling(), quotient.Divisor) : null;
        return quotient.Divisor.Sign > 0 ? (a, b) : (b, a);
    }
}
