using System.Numerics;
using System.Runtime.CompilerServices;

namespace EcomOps.Analytics.Customers.Internal;

// Where the fields of a row stand in one word, from the top: position of the customer in its block, day, amount, the last two above their minima.
internal readonly record struct PackedLayout(int BlockBits, int DayBits, int AmountBits, int FirstDay, long Least, int Days)
{
    // A shift by 64 is a shift by 0 to the processor; a field there has no bits and its mask is 0.
    public int DayShift => AmountBits & 63;

    public int CustomerShift => (AmountBits + DayBits) & 63;

    public uint DayMask => (uint)((1UL << DayBits) - 1);

    public uint CustomerMask => (uint)((1UL << BlockBits) - 1);

    public ulong AmountMask => AmountBits == 64 ? ulong.MaxValue : (1UL << AmountBits) - 1;

    // Null when the fields need more than 64 bits, or there are more days than counters are sensible for.
    public static PackedLayout? Of(ReadOnlySpan<int> days, ReadOnlySpan<long> amounts, int blockBits)
    {
        (int firstDay, int lastDay) = Extent(days);
        (long least, long most) = Extent(amounts);
        long dayRange = (long)lastDay - firstDay;
        int dayBits = Bits((ulong)dayRange), amountBits = Bits(unchecked((ulong)most - (ulong)least));
        return dayRange >= int.MaxValue || blockBits + dayBits + amountBits > 64 ? null
            : new PackedLayout(blockBits, dayBits, amountBits, firstDay, least, (int)dayRange + 1);
    }

    // Runs once over millions of rows, so tiered compilation would spend them in unoptimised code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (T Least, T Most) Extent<T>(ReadOnlySpan<T> values)
        where T : struct, INumber<T>
    {
        T least = values[0], most = values[0];
        int i = 0;
        if (values.Length >= Vector<T>.Count)
        {
            Vector<T> low = new(values), high = low;
            for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                var v = new Vector<T>(values[i..]);
                low = Vector.Min(low, v);
                high = Vector.Max(high, v);
            }

            for (int k = 0; k < Vector<T>.Count; k++)
            {
                least = T.Min(least, low[k]);
                most = T.Max(most, high[k]);
            }
        }

        for (; i < values.Length; i++)
        {
            least = T.Min(least, values[i]);
            most = T.Max(most, values[i]);
        }

        return (least, most);
    }

    private static int Bits(ulong range) => 64 - BitOperations.LeadingZeroCount(range);
}
