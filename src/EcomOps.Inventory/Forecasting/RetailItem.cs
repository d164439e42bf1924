using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting;

/// <summary>An item to be forecast together with its assortment.</summary>
/// <param name="Id">Its name in issues and results, for example the SKU.</param>
/// <param name="Series">Its history. The series of an assortment end in the same period; they may start apart.</param>
public sealed record RetailItem(string Id, DemandSeries Series)
{
    /// <summary>What is known to move its demand; none by default.</summary>
    public IReadOnlyList<Regressor> Regressors { get; init; } = [];

    /// <summary>Items that compete or are promoted together, for example a brand or a category; null for the whole assortment.</summary>
    public string? Group { get; init; }
}
