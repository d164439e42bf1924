namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// The residuals of the periods in which every node has one, in units of the largest.
internal static class NodeErrors
{
    public static double[][]? Complete(IReadOnlyList<NodeForecast> nodes)
    {
        int length = nodes.Min(n => n.Residuals.Count);
        int[] kept = [.. Enumerable.Range(1, length).Where(back => nodes.All(n => double.IsFinite(n.Residuals[^back])))];
        double largest = kept.SelectMany(back => nodes.Select(n => Math.Abs(n.Residuals[^back]))).DefaultIfEmpty(0).Max();
        return kept.Length >= 2 && largest > 0 ? [.. nodes.Select(n => kept.Select(back => n.Residuals[^back] / largest).ToArray())] : null;
    }
}
