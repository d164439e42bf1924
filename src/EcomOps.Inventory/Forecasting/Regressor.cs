namespace EcomOps.Inventory.Forecasting;

/// <summary>A named influence on the demand of an item that is known over its history and over the horizon.</summary>
/// <remarks>Immutable and thread-safe. Regressors of the same name and kind are taken to mean the same thing for every item: their effects are learned together.</remarks>
public sealed class Regressor
{
    private readonly double[] _values;

    private Regressor(RegressorKind kind, string name, IEnumerable<double> values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(values);
        Kind = kind;
        Name = name;
        _values = [.. values];
    }

    /// <summary>What it is.</summary>
    public RegressorKind Kind { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>One value per period: first those of the history, then those of the horizon.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>A promotion of the item.</summary>
    /// <param name="flags">Per period of history and horizon: 0 for none, 1 (or the depth of the discount, 0 to 1) where it runs.</param>
    /// <param name="name">Its name; default <c>promotion</c>.</param>
    /// <returns>The regressor.</returns>
    public static Regressor Promotion(IEnumerable<double> flags, string name = "promotion") => new(RegressorKind.Promotion, name, flags);

    /// <summary>A holiday or another event.</summary>
    /// <param name="name">Its name, for example <c>Easter</c>.</param>
    /// <param name="flags">Per period of history and horizon: 1 where it happens, else 0.</param>
    /// <returns>The regressor.</returns>
    public static Regressor Event(string name, IEnumerable<double> flags) => new(RegressorKind.Event, name, flags);

    /// <summary>The selling price of the item.</summary>
    /// <param name="prices">Per period of history and horizon, above 0, in any unit that stays the same.</param>
    /// <returns>The regressor.</returns>
    public static Regressor Price(IEnumerable<double> prices) => new(RegressorKind.Price, "price", prices);

    /// <summary>Any other series that is known, or forecast by others, over the horizon.</summary>
    /// <param name="name">Its name, for example <c>temperature</c>.</param>
    /// <param name="values">Per period of history and horizon, in any unit.</param>
    /// <returns>The regressor.</returns>
    public static Regressor Signal(string name, IEnumerable<double> values) => new(RegressorKind.Signal, name, values);

    /// <inheritdoc />
    public override string ToString() => $"{Kind} {Name}, {_values.Length} values";
}
