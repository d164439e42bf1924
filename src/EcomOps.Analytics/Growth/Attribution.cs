using EcomOps.Analytics.Growth.Internal;
using EcomOps.Core;

namespace EcomOps.Analytics.Growth;

/// <summary>Credits orders to channels.</summary>
/// <remarks>Pure and thread-safe. The credits of one order sum to exactly its value (largest remainder); an order without a touch goes to <see cref="Direct"/>.</remarks>
public static class Attribution
{
    /// <summary>Channel of orders without a touch, and the one that <see cref="AttributionModel.LastNonDirect"/> passes over; compared without regard to case.</summary>
    public const string Direct = "Direct";

    /// <summary>Credits orders.</summary>
    /// <param name="paths">Paths; those without an order count for <see cref="AttributionModel.Markov"/> and <see cref="AttributionModel.Shapley"/>.</param>
    /// <param name="model">Model.</param>
    /// <returns>Credits by order in the sequence of the paths, then by channel, ordinal; channels without credit are left out.</returns>
    /// <exception cref="ArgumentException">A path has an order without value or time, a parameter is out of range, or Shapley has more than 12 channels.</exception>
    public static IReadOnlyList<ChannelCredit> Credit(IEnumerable<TouchPath> paths, AttributionModel model)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(model);
        TouchPath[] all = [.. paths.Select(Sorted)];
        Func<TouchPath, int, decimal> weight = AttributionWeights.Of(model, all);
        List<ChannelCredit> credits = [];
        foreach (TouchPath path in all)
        {
            if (path.OrderId is not { } order)
            {
                continue;
            }

            SortedDictionary<string, decimal> weights = new(StringComparer.Ordinal);
            for (int i = 0; i < path.Touches.Count; i++)
            {
                weights[path.Touches[i].Channel] = weights.GetValueOrDefault(path.Touches[i].Channel) + weight(path, i);
            }

            if (weights.Count == 0)
            {
                weights[Direct] = 1;
            }

            IReadOnlyList<Money> parts = path.Value!.Value.Allocate([.. weights.Values], AllocationPolicy.LargestRemainder);
            credits.AddRange(weights.Keys.Select((channel, i) => new ChannelCredit(order, channel, parts[i])).Where(c => !c.Value.IsZero || weights.Count == 1));
        }

        return credits;
    }

    private static TouchPath Sorted(TouchPath path)
    {
        if (path.OrderId is not null && (path.OrderedAt is null || path.Value is not { IsPayable: true }))
        {
            throw new ArgumentException($"Order {path.OrderId} needs a time and a value in whole minor units.", nameof(path));
        }

        return path with { Touches = [.. path.Touches.Where(t => path.OrderedAt is not { } at || t.At <= at).OrderBy(t => t.At).ThenBy(t => t.Channel, StringComparer.Ordinal)] };
    }
}
