namespace EcomOps.Analytics.Metrics;

/// <summary>Metrics by id, each with its definition.</summary>
/// <remarks>Immutable and thread-safe; <see cref="With"/> adds the shop's own.</remarks>
public sealed class MetricRegistry
{
    private readonly Dictionary<string, Metric> _byId;

    private MetricRegistry(IReadOnlyList<Metric> metrics)
    {
        Metrics = metrics;
        _byId = metrics.ToDictionary(m => m.Id, StringComparer.Ordinal);
    }

    /// <summary>The metrics that come with the package.</summary>
    public static MetricRegistry Standard { get; } = new(Internal.StandardMetrics.All);

    /// <summary>Metrics in report order.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>A metric by id.</summary>
    /// <param name="id">Id, for example <c>net_sales</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such metric.</exception>
    public Metric this[string id] => _byId.TryGetValue(id, out Metric? metric) ? metric : throw new KeyNotFoundException($"There is no metric '{id}'; known are {string.Join(", ", _byId.Keys)}.");

    /// <summary>A registry with further metrics; one with a known id replaces it.</summary>
    /// <param name="metrics">Metrics.</param>
    /// <returns>The new registry.</returns>
    public MetricRegistry With(params IReadOnlyList<Metric> metrics) => new([.. Metrics.Where(m => metrics.All(n => n.Id != m.Id)), .. metrics]);
}
