using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace EcomOps.Analytics.Internal;

/// <summary>Asks for memory before it is needed. A hint: processors without it work as well, only with longer waits.</summary>
internal static class Prefetch
{
    // The address is only named, never read or written through, and a hint at a place that has moved since does no harm.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Of<T>(ref T place)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
        }
    }
}
