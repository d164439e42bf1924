using System.Numerics;

namespace EcomOps.Analytics.Growth.Internal;

/// <summary>Shapley values of channels; the worth of a set is the conversions of paths that use no other channel.</summary>
internal static class ShapleyValue
{
    private const int MostChannels = 12;

    public static Dictionary<string, double> Of(TouchPath[] paths)
    {
        string[] channels = [.. paths.SelectMany(p => p.Touches.Select(t => t.Channel)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (channels.Length > MostChannels)
        {
            throw new ArgumentException($"Shapley values take at most {MostChannels} channels; there are {channels.Length}.", nameof(paths));
        }

        Dictionary<string, int> index = channels.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i, StringComparer.Ordinal);
        double[] worth = new double[1 << channels.Length];
        foreach (TouchPath path in paths.Where(p => p.OrderId is not null && p.Touches.Count > 0))
        {
            worth[path.Touches.Aggregate(0, (set, t) => set | (1 << index[t.Channel]))]++;
        }

        // Sums over subsets, one channel at a time.
        for (int bit = 0; bit < channels.Length; bit++)
        {
            for (int set = 0; set < worth.Length; set++)
            {
                worth[set] += (set & (1 << bit)) != 0 ? worth[set ^ (1 << bit)] : 0;
            }
        }

        double[] order = new double[channels.Length];
        for (int size = 0; size < channels.Length; size++)
        {
            order[size] = Factorial(size) * Factorial(channels.Length - size - 1) / Factorial(channels.Length);
        }

        return channels.Select((channel, c) =>
        {
            double value = 0;
            for (int set = 0; set < worth.Length; set++)
            {
                value += (set & (1 << c)) != 0 ? 0 : order[BitOperations.PopCount((uint)set)] * (worth[set | (1 << c)] - worth[set]);
            }

            return (channel, value);
        }).ToDictionary(x => x.channel, x => x.value, StringComparer.Ordinal);
    }

    private static double Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
}
