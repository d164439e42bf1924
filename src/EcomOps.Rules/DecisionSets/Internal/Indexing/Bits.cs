using System.Runtime.CompilerServices;

namespace EcomOps.Rules.DecisionSets.Internal.Indexing;

internal static class Bits
{
    public static int Words(int count) => (count + 63) >> 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ulong[] bits, int index) => bits[index >> 6] |= 1UL << (index & 63);

    public static void Set(ulong[] bits, int[] indexes)
    {
        foreach (int index in indexes)
        {
            Set(bits, index);
        }
    }
}
