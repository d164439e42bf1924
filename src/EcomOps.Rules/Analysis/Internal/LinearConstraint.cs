using System.Numerics;

namespace EcomOps.Rules.Analysis.Internal;

internal enum Relation
{
    AtMost,
    Below,
    Equal,
    Different,
}

// Sum of Factors[i] * x[i], related to Limit; whole factors.
internal sealed class LinearConstraint(BigInteger[] factors, BigInteger limit, Relation relation)
{
    public BigInteger[] Factors { get; } = factors;

    public BigInteger Limit { get; } = limit;

    public Relation Relation { get; } = relation;

    // Scales fractions away.
    public static LinearConstraint Of(IReadOnlyList<Rational> factors, Rational limit, Relation relation)
    {
        BigInteger denominator = limit.Denominator;
        foreach (Rational factor in factors)
        {
            denominator = denominator / BigInteger.GreatestCommonDivisor(denominator, factor.Denominator) * factor.Denominator;
        }

        var whole = new BigInteger[factors.Count];
        for (int i = 0; i < whole.Length; i++)
        {
            whole[i] = factors[i].Numerator * (denominator / factors[i].Denominator);
        }

        return new LinearConstraint(whole, limit.Numerator * (denominator / limit.Denominator), relation);
    }

    // Divides by the common factor and, over whole variables, rounds the limit inwards. Null: always true. Impossible: Factors empty of effect and false.
    public LinearConstraint Reduced(IReadOnlyList<bool> isWhole)
    {
        BigInteger divisor = BigInteger.Zero;
        bool whole = true;
        for (int i = 0; i < Factors.Length; i++)
        {
            if (!Factors[i].IsZero)
            {
                divisor = BigInteger.GreatestCommonDivisor(divisor, Factors[i]);
                whole &= isWhole[i];
            }
        }

        if (divisor.IsZero)
        {
            return this;
        }

        if (!whole)
        {
            divisor = BigInteger.GreatestCommonDivisor(divisor, Limit);
        }

        BigInteger limit = Limit;
        Relation relation = Relation;
        if (whole && relation == Relation.Below)
        {
            limit -= 1;
            relation = Relation.AtMost;
        }

        if (divisor.IsOne)
        {
            return relation == Relation ? this : new LinearConstraint(Factors, limit, relation);
        }

        BigInteger quotient = new Rational(limit, divisor).Floor();
        if (whole && relation is Relation.Equal or Relation.Different && quotient * divisor != limit)
        {
            return new LinearConstraint(new BigInteger[Factors.Length], relation == Relation.Equal ? BigInteger.One : BigInteger.MinusOne, relation);
        }

        var factors = new BigInteger[Factors.Length];
        for (int i = 0; i < factors.Length; i++)
        {
            factors[i] = Factors[i] / divisor;
        }

        return new LinearConstraint(factors, quotient, relation);
    }

    // Truth of a constraint without variables; null when it has some.
    public bool? Constant()
    {
        foreach (BigInteger factor in Factors)
        {
            if (!factor.IsZero)
            {
                return null;
            }
        }

        return Relation switch
        {
            Relation.AtMost => Limit.Sign >= 0,
            Relation.Below => Limit.Sign > 0,
            Relation.Equal => Limit.IsZero,
            _ => !Limit.IsZero,
        };
    }

    public LinearConstraint Substitute(int variable, LinearConstraint equality)
    {
        // equality: e * x + rest = l with e = +-1 or any factor over the rationals; this: f * x + rest' . |e| * this - sign(e) * f * equality.
        BigInteger e = equality.Factors[variable];
        BigInteger f = Factors[variable];
        BigInteger scale = BigInteger.Abs(e);
        BigInteger other = f * e.Sign;
        var factors = new BigInteger[Factors.Length];
        for (int i = 0; i < factors.Length; i++)
        {
            factors[i] = (Factors[i] * scale) - (equality.Factors[i] * other);
        }

        return new LinearConstraint(factors, (Limit * scale) - (equality.Limit * other), Relation);
    }

    public LinearConstraint Negated() => new([.. Factors.Select(f => -f)], -Limit, Relation);

    public Rational Rest(int variable, Rational[] values)
    {
        Rational rest = Limit;
        for (int i = 0; i < Factors.Length; i++)
        {
            if (i != variable && !Factors[i].IsZero)
            {
                rest -= Factors[i] * values[i];
            }
        }

        return rest;
    }
}
