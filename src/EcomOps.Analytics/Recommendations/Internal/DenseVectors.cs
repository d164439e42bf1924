using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EcomOps.Analytics.Recommendations.Internal;

internal static class DenseVectors
{
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Vector<double> sum = Vector<double>.Zero;
        ref double a = ref MemoryMarshal.GetReference(x), b = ref MemoryMarshal.GetReference(y);
        int k = 0;
        for (; k <= x.Length - Vector<double>.Count; k += Vector<double>.Count)
        {
            sum = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a, (nuint)k), Vector.LoadUnsafe(ref b, (nuint)k), sum);
        }

        double total = Vector.Sum(sum);
        for (; k < x.Length; k++)
        {
            total += x[k] * y[k];
        }

        return total;
    }

    // Eight dot products with one vector, read once. Bounds are the spans' lengths, all the same; the loop reads without checking each.
    public static void Dots(
        ReadOnlySpan<double> x0, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, ReadOnlySpan<double> x3, ReadOnlySpan<double> x4, ReadOnlySpan<double> x5, ReadOnlySpan<double> x6, ReadOnlySpan<double> x7,
        ReadOnlySpan<double> y, Span<double> dots)
    {
        ref double a0 = ref MemoryMarshal.GetReference(x0), a1 = ref MemoryMarshal.GetReference(x1), a2 = ref MemoryMarshal.GetReference(x2), a3 = ref MemoryMarshal.GetReference(x3);
        ref double a4 = ref MemoryMarshal.GetReference(x4), a5 = ref MemoryMarshal.GetReference(x5), a6 = ref MemoryMarshal.GetReference(x6), a7 = ref MemoryMarshal.GetReference(x7);
        ref double b = ref MemoryMarshal.GetReference(y);
        Vector<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        int k = 0;
        for (; k <= y.Length - Vector<double>.Count; k += Vector<double>.Count)
        {
            Vector<double> with = Vector.LoadUnsafe(ref b, (nuint)k);
            s0 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a0, (nuint)k), with, s0);
            s1 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a1, (nuint)k), with, s1);
            s2 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a2, (nuint)k), with, s2);
            s3 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a3, (nuint)k), with, s3);
            s4 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a4, (nuint)k), with, s4);
            s5 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a5, (nuint)k), with, s5);
            s6 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a6, (nuint)k), with, s6);
            s7 = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref a7, (nuint)k), with, s7);
        }

        dots[0] = Vector.Sum(s0);
        dots[1] = Vector.Sum(s1);
        dots[2] = Vector.Sum(s2);
        dots[3] = Vector.Sum(s3);
        dots[4] = Vector.Sum(s4);
        dots[5] = Vector.Sum(s5);
        dots[6] = Vector.Sum(s6);
        dots[7] = Vector.Sum(s7);
        for (; k < y.Length; k++)
        {
            double with = Unsafe.Add(ref b, k);
            dots[0] += Unsafe.Add(ref a0, k) * with;
            dots[1] += Unsafe.Add(ref a1, k) * with;
            dots[2] += Unsafe.Add(ref a2, k) * with;
            dots[3] += Unsafe.Add(ref a3, k) * with;
            dots[4] += Unsafe.Add(ref a4, k) * with;
            dots[5] += Unsafe.Add(ref a5, k) * with;
            dots[6] += Unsafe.Add(ref a6, k) * with;
            dots[7] += Unsafe.Add(ref a7, k) * with;
        }
    }

    // y += a x
    public static void AddScaled(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        ref double from = ref MemoryMarshal.GetReference(x), to = ref MemoryMarshal.GetReference(y);
        Vector<double> factor = new(a);
        int k = 0;
        for (; k <= x.Length - Vector<double>.Count; k += Vector<double>.Count)
        {
            Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref from, (nuint)k), Vector.LoadUnsafe(ref to, (nuint)k)).StoreUnsafe(ref to, (nuint)k);
        }

        for (; k < x.Length; k++)
        {
            y[k] += a * x[k];
        }
    }
}
