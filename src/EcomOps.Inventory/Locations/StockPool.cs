namespace EcomOps.Inventory.Locations;

/// <summary>A named set of locations that claims may draw on.</summary>
/// <param name="Name">Its name, for example <c>netherlands</c>; not the code of a location.</param>
/// <param name="Locations">Codes of its locations; at least one.</param>
/// <remarks>
/// Pools nest or are disjoint, never cross: then a claim on a pool can be met whenever no pool around it is over-claimed.
/// The pool <see cref="Everything"/> always exists. Equality by reference of the list; immutable.
/// </remarks>
public sealed record StockPool(string Name, IReadOnlyList<string> Locations)
{
    /// <summary>Name of the pool of all locations that sell online.</summary>
    public const string Everything = "*";
}
