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
    private readonly Dictionary<VelocityClass, ServiceLevel> _byVelocity = [];

    /// <summary>Cycle service: A .98 / .97 / .95 (X / Y / Z), B .96 / .95 / .92, C .92 / .90 / .85.</summary>
    public static ServiceTargets Default { get; } = new();

    private ServiceTargets(Dictionary<(AbcClass, XyzClass), ServiceLevel> overrides, Dictionary<VelocityClass, ServiceLevel> byVelocity) =>
        (_overrides, _byVelocity) = (overrides, byVelocity);

    private ServiceTargets()
    {
    }

    /// <summary>The target of a class.</summary>
    /// <param name="abc">Class by value.</param>
    /// <param name="xyz">Class by steadiness.</param>
    /// <returns>The promise.</returns>
    public ServiceLevel For(AbcClass abc, XyzClass xyz) =>
        _overrides.TryGetValue((abc, xyz), out ServiceLevel? set) ? set : ServiceLevel.Cycle(Cycle[(int)abc, (int)xyz]);

    /// <summary>The target of an item: that of its velocity where one is set, else that of its ABC and XYZ class.</summary>
    /// <param name="class">The item's classes.</param>
    /// <returns>The promise.</returns>
    public ServiceLevel For(ItemClass @class)
    {
        ArgumentNullException.ThrowIfNull(@class);
        return _byVelocity.TryGetValue(@class.Velocity, out ServiceLevel? set) ? set : For(@class.Abc, @class.Xyz);
    }

    /// <summary>The same targets with one for a velocity class, which then holds whatever the ABC and XYZ class.</summary>
    /// <param name="velocity">Class by how often an item sells.</param>
    /// <param name="service">The new promise.</param>
    /// <returns>The targets.</returns>
    public ServiceTargets With(VelocityClass velocity, ServiceLevel service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new ServiceTargets(_overrides, new Dictionary<VelocityClass, ServiceLevel>(_byVelocity) { [velocity] = service });
    }

    /// <summary>The same targets with one changed.</summary>
    /// <param name="abc">Class by value.</param>
    /// <param name="xyz">Class by steadiness.</param>
    /// <param name="service">The new promise.</param>
    /// <returns>The targets.</returns>
    public ServiceTargets With(AbcClass abc, XyzClass xyz, ServiceLevel service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new ServiceTargets(new Dictionary<(AbcClass, XyzClass), ServiceLevel>(_overrides) { [(abc, xyz)] = service }, _byVelocity);
    }

    /// <summary>One target for every class.</summary>
    /// <param name="service">The promise.</param>
    /// <returns>The targets.</returns>
    public static ServiceTargets Uniform(ServiceLevel service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new ServiceTargets(Enum.GetValues<AbcClass>().SelectMany(a => Enum.GetValues<XyzClass>().Select(x => (a, x))).ToDictionary(key => key, _ => service), []);
    }
}
