using System.Numerics;

namespace EcomOps.Core.Internal;

/// <summary>Splits whole minor units; weights become integers of one scale, so that no share is ever rounded by accident.</summary>
internal static class MoneyAllocation
{
    internal static long[] Split(long total, IReadOnlyList<decimal> weights, AllocationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count == 0)
        {
            throw new ArgumentException("There must be at least one weight.", nameof(weights));
        }

        BigInteger[] scaled = ToIntegers(weights);
        BigInteger amount = BigInteger.Abs(total);
        BigInteger[] parts = policy switch
        {
            AllocationPolicy.LargestRemainder => LargestRemainder(amount, scaled),
            AllocationPolicy.HalfDownThenFirst => HalfDownThenFirst(amount, scaled),
            AllocationPolicy.LastToFirstTruncate => LastToFirstTruncate(amount, scaled),
            AllocationPolicy.RoundEachLastTakesRest => RoundEachLastTakesRest(amount, scaled),
            _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Unknown allocation policy."),
        };
        return Array.ConvertAll(parts, part => (long)(total < 0 ? -part : part));
    }

    private static BigInteger[] ToIntegers(IReadOnlyList<decimal> weights)
    {
        int scale = 0;
        bool allZero = true;
        for (int i = 0; i < weights.Count; i++)
        {
            if (weights[i] < 0m)
            {
                throw new ArgumentException($"Weight {i} is negative.", nameof(weights));
            }

            allZero &= weights[i] == 0m;
            scale = Math.Max(scale, weights[i].Scale);
        }

        var result = new BigInteger[weights.Count];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = allZero ? BigInteger.One : Mantissa(weights[i]) * BigInteger.Pow(10, scale - weights[i].Scale);
        }

        return result;
    }

    private static BigInteger Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return unchecked(((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0]);
    }

    private static BigInteger[] LargestRemainder(BigInteger amount, BigInteger[] weights)
    {
        BigInteger sum = Sum(weights);
        var parts = new BigInteger[weights.Length];
        var remainders = new BigInteger[weights.Length];
        BigInteger left = amount;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = BigInteger.DivRem(amount * weights[i], sum, out remainders[i]);
            left -= parts[i];
        }

        foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).Take((int)left))
        {
            parts[i] += 1;
        }

        return parts;
    }

    private static BigInteger[] HalfDownThenFirst(BigInteger amount, BigInteger[] weights)
    {
        BigInteger sum = Sum(weights);
        var parts = new BigInteger[weights.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = BigInteger.DivRem(amount * weights[i], sum, out BigInteger remainder);
            parts[i] += remainder * 2 > sum ? 1 : 0;
        }

        BigInteger left = amount - Sum(parts);
        for (int i = 0; left != 0; i = (i + 1) % parts.Length)
        {
            if (weights[i] > 0 && (left > 0 || parts[i] > 0))
            {
                parts[i] += left.Sign;
                left -= left.Sign;
            }
        }

        return parts;
    }

    private static BigInteger[] LastToFirstTruncate(BigInteger amount, BigInteger[] weights)
    {
        BigInteger left = amount;
        BigInteger sum = Sum(weights);
        var parts = new BigInteger[weights.Length];
        for (int i = parts.Length - 1; i >= 0 && sum > 0; i--)
        {
            parts[i] = left * weights[i] / sum;
            left -= parts[i];
            sum -= weights[i];
        }

        return parts;
    }

    private static BigInteger[] RoundEachLastTakesRest(BigInteger amount, BigInteger[] weights)
    {
        BigInteger sum = Sum(weights);
        var parts = new BigInteger[weights.Length];
        BigInteger left = amount;
        for (int i = 0; i < parts.Length - 1; i++)
        {
            parts[i] = BigInteger.Min(left, ((amount * weights[i] * 2) + sum) / (sum * 2));
            left -= parts[i];
        }

        parts[^1] = left;
        return parts;
    }

    private static BigInteger Sum(BigInteger[] values) => values.Aggregate(BigInteger.Zero, (total, value) => total + value);
}
