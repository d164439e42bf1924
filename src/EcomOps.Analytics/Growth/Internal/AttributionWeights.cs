namespace EcomOps.Analytics.Growth.Internal;

/// <summary>The weight of each touch of a path under a model; weights of a path need not sum to 1.</summary>
internal static class AttributionWeights
{
    public static Func<TouchPath, int, decimal> Of(AttributionModel model, TouchPath[] paths)
    {
        switch (model)
        {
            case AttributionModel.First:
                return (_, i) => i == 0 ? 1 : 0;
            case AttributionModel.Last:
                return (path, i) => i == path.Touches.Count - 1 ? 1 : 0;
            case AttributionModel.LastNonDirect:
                return (path, i) => i == LastNonDirect(path) ? 1 : 0;
            case AttributionModel.Linear:
                return (_, _) => 1;
            case AttributionModel.Position { End: var end }:
                if (end is <= 0 or > 0.5m)
                {
                    throw new ArgumentException("The share of an end must lie above 0 and at most at 0.5.", nameof(model));
                }

                return (path, i) => Position(path.Touches.Count, i, end);
            case AttributionModel.TimeDecay { HalfLife: var halfLife }:
                if (halfLife <= NodaTime.Duration.Zero)
                {
                    throw new ArgumentException("The half-life must be above zero.", nameof(model));
                }

                // Counted from the last touch, so that old paths keep weights that a decimal can hold.
                return (path, i) => (decimal)Math.Pow(2, -Math.Min(80, (path.Touches[^1].At - path.Touches[i].At) / halfLife));
            case AttributionModel.Markov:
                return ByChannel(MarkovRemoval.Effects(paths));
            case AttributionModel.Shapley:
                return ByChannel(ShapleyValue.Of(paths));
            default:
                throw new ArgumentException($"Unknown model {model.GetType().Name}.", nameof(model));
        }
    }

    // A channel that stands twice on a path counts once; without any effect on it all count alike.
    private static Func<TouchPath, int, decimal> ByChannel(Dictionary<string, double> effects) => (path, i) =>
    {
        string channel = path.Touches[i].Channel;
        bool any = path.Touches.Any(t => effects.GetValueOrDefault(t.Channel) > 0);
        bool first = !path.Touches.Take(i).Any(t => t.Channel == channel);
        return !first ? 0 : any ? (decimal)Math.Max(0, effects.GetValueOrDefault(channel)) : 1;
    };

    private static decimal Position(int count, int i, decimal end) => count switch
    {
        1 => 1,
        2 => 0.5m,
        _ => i == 0 || i == count - 1 ? end : (1 - (2 * end)) / (count - 2),
    };

    private static int LastNonDirect(TouchPath path)
    {
        for (int i = path.Touches.Count - 1; i >= 0; i--)
        {
            if (!string.Equals(path.Touches[i].Channel, Attribution.Direct, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return path.Touches.Count - 1;
    }
}
