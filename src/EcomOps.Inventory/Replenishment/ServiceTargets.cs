namespace EcomOps.Inventory.Replenishment;

/// <summary>Service targets by class: what sells for much and steadily is promised more than what sells rarely.</summary>
/// <remarks>Immutable. The defaults are a common starting point, not a law; set them from costs (<see cref="ServiceLevel.FromCosts"/>) where costs are known.</remarks>
public sealed record ServiceTargets
{
    private static readonly double[,] Cycle =
    {
        { 0.98, 0.97, 0.95 },
        { 0.96, 0.95, 0.92 },
        { 0.92, 0.90, 0.85 },
    };

    private readonly Dictionary<(AbcClass, XyzClass), ServiceLevel> _overrides = [];

    /// <summary>Cycle service: A .98 / .97 / .95 (X / Y / Z), B .96 / .95 / .92, C .92 / .90 / .85.</summary>
    public static ServiceTargets Default { get; } = new();

    private ServiceTargets(Dictionary<(AbcClass, XyzClass), ServiceLevel> overrides) => _overrides = overrides;

    private ServiceTargets()
    {
    }

    /// <summary>The target of a class.</summary>
    /// <param name="abc">Class by value.</param>
    /// <param name="xyz">Class by steadiness.</param>
    /// <returns>The promise.</returns>
    public ServiceLevel For(AbcClass abc, XyzClass xyz) =>
        _overrides.TryGetValue((abc, xyz), out ServiceLevel? set) ? set : ServiceLevel.Cycle(Cycle[(int)abc, (int)xyz]);

    /// <summary>The same targets with one changed.</summary>
    /// <param name="abc">Class by value.</param>
    /// <param name="xyz">Class by steadiness.</param>
    /// <param name="service">The new promise.</param>
    /// <returns>The targets.</returns>
    public ServiceTargets With(AbcClass abc, XyzClass xyz, ServiceLevel service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new ServiceTargets(new Dictionary<(AbcClass, XyzClass), ServiceLevel>(_overrides) { [(abc, xyz)] = service });
    }

    /// <summary>One target for every class.</summary>
    /// <param name="service">The promise.</param>
    /// <returns>The targets.</returns>
    public static ServiceTargets Uniform(ServiceLevel service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new ServiceTargets(Enum.GetValues<AbcClass>().SelectMany(a => Enum.GetValues<XyzClass>().Select(x => (a, x))).ToDictionary(key => key, _ => service));
    }
}
