using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting;

/// <summary>Possible futures of one item, drawn from a forecast by <see cref="Forecast.SamplePaths"/>: each a demand for every period ahead.</summary>
/// <remarks>Immutable and thread-safe; compared by reference.</remarks>
public sealed class DemandPaths
{
    private readonly double[][] _paths;

    internal DemandPaths(double[][] paths) => _paths = paths;

    /// <summary>Number of paths.</summary>
    public int Count => _paths.Length;

    /// <summary>Number of periods ahead.</summary>
    public int Horizon => _paths[0].Length;

    /// <summary>One path: units per period, from the next one on; 0 or more, finite.</summary>
    /// <param name="path">0-based number of the path.</param>
    public IReadOnlyList<double> this[int path] => _paths[path];

    /// <summary>Demand of consecutive periods together, path by path.</summary>
    /// <param name="first">First period, from 1.</param>
    /// <param name="last">Last period, included; from <paramref name="first"/> to <see cref="Horizon"/>.</param>
    /// <returns>One sum per path, in units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public IReadOnlyList<double> Sums(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, Horizon);
        return [.. _paths.Select(p => p.AsSpan(first - 1, last - first + 1).ToArray().Sum())];
    }

    /// <summary>Demand of consecutive periods together as a distribution: that of an order placed now for periods that lie ahead, say.</summary>
    /// <param name="first">First period, from 1.</param>
    /// <param name="last">Last period, included; from <paramref name="first"/> to <see cref="Horizon"/>.</param>
    /// <returns>The sums of all paths, each as likely as the others.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public DemandDistribution Between(int first, int last) => new EmpiricalDemand(Sums(first, last));
}
