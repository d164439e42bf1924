namespace EcomOps.Testing.Payments;

// Draws that depend on texts and not on the order of calls: FNV-1a for the text, the finaliser of SplitMix64 (Steele, Lea, Flood 2014) for the bits.
internal static class Draws
{
    public static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash;
    }

    public static ulong Mix(ulong seed, ulong value)
    {
        unchecked
        {
            ulong z = (seed * 0x9E3779B97F4A7C15) + value;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    // In [0, 1).
    public static double Unit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
