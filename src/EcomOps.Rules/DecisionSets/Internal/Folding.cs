using System.Numerics;
using EcomOps.Core;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.DecisionSets.Internal;

// Exact folding, so that the order of the rules cannot matter: a sum is taken over wide integers and only its end must fit.
internal static class Folding
{
    public static RuleError? Fold(FoldOperation operation, object? seed, IReadOnlyList<MatchedRule> matched, string? member, out object? result, out string? culprit)
    {
        result = seed;
        culprit = matched.Count == 0 ? null : matched[^1].Id;
        if (operation == FoldOperation.Count)
        {
            result = (long)matched.Count;
            return null;
        }

        var values = new object?[matched.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Outcome outcome = matched[i].Outcome;
            values[i] = member is null ? outcome.Value : outcome[member];
            if (values[i] is null)
            {
                culprit = matched[i].Id;
                return new RuleError(RuleErrorKind.Outcome, $"The rule matches but has no '{member}' to fold.");
            }

            object? other = i == 0 ? seed : values[0];
            if (other is not null && Mixed(other, values[i]!) is { } mixed)
            {
                culprit = matched[i].Id;
                return mixed;
            }
        }

        return operation == FoldOperation.Sum ? Sum(seed, values, ref result) : Best(operation, values, ref result);
    }

    private static RuleError? Best(FoldOperation operation, object?[] values, ref object? result)
    {
        foreach (object? value in values)
        {
            if (result is null || (operation == FoldOperation.Min ? ScorePlan.Compare(value!, result) < 0 : ScorePlan.Compare(value!, result) > 0))
            {
                result = value;
            }
        }

        return null;
    }

    private static RuleError? Sum(object? seed, object?[] values, ref object? result)
    {
        object? first = values.Length > 0 ? values[0] : seed;
        if (first is long or null && seed is long or null && Array.TrueForAll(values, v => v is long))
        {
            Int128 sum = seed is long start ? start : 0;
            foreach (object? value in values)
            {
                sum += (long)value!;
            }

            result = sum >= long.MinValue && sum <= long.MaxValue ? (long)sum : null;
        }
        else
        {
            decimal? sum = Decimals(seed, values);
            result = sum is null ? null : first is Money money ? new Money(sum.Value, money.Currency) : sum.Value;
        }

        return result is null ? new RuleError(RuleErrorKind.Overflow, "The sum does not fit its type: 64 bits for int, 28 digits for decimal and money.") : null;
    }

    private static decimal? Decimals(object? seed, object?[] values)
    {
        decimal sum = seed is null ? 0m : Amount(seed);
        try
        {
            foreach (object? value in values)
            {
                decimal next = Amount(value!);
                decimal grown = sum + next;
                if (grown - sum != next)
                {
                    return Wide(seed, values);
                }

                sum = grown;
            }

            return sum;
        }
        catch (OverflowException)
        {
            return Wide(seed, values);
        }
    }

    // Scale 28 for everything, as big integers; the result is brought back without losing a digit or not at all.
    private static decimal? Wide(object? seed, object?[] values)
    {
        BigInteger sum = seed is null ? BigInteger.Zero : Scaled(Amount(seed));
        foreach (object? value in values)
        {
            sum += Scaled(Amount(value!));
        }

        int scale = 28;
        while (scale > 0 && (BigInteger.Remainder(sum, 10).IsZero || BigInteger.Abs(sum) >= BigInteger.Pow(2, 96)))
        {
            if (!BigInteger.Remainder(sum, 10).IsZero)
            {
                return null;
            }

            sum /= 10;
            scale--;
        }

        if (BigInteger.Abs(sum) >= BigInteger.Pow(2, 96))
        {
            return null;
        }

        decimal whole = (decimal)sum;
        int[] bits = decimal.GetBits(whole);
        return new decimal(bits[0], bits[1], bits[2], whole < 0, (byte)scale);
    }

    private static BigInteger Scaled(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        BigInteger mantissa = unchecked(((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0]);
        mantissa *= BigInteger.Pow(10, 28 - value.Scale);
        return value < 0 ? -mantissa : mantissa;
    }

    private static decimal Amount(object value) => value switch
    {
        long l => l,
        Money m => m.Amount,
        _ => (decimal)value,
    };

    private static RuleError? Mixed(object left, object right) => (left, right) switch
    {
        (Money a, Money b) when a.Currency != b.Currency =>
            new RuleError(RuleErrorKind.CurrencyMismatch, $"Amounts in {a.Currency} and {b.Currency} cannot be folded into one."),
        (Money, not Money) or (not Money, Money) => new RuleError(RuleErrorKind.Outcome, "Money and plain numbers cannot be folded into one."),
        _ => null,
    };
}
