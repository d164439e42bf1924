namespace EcomOps.Catalog.Merchandising;

/// <summary>A product that stands at a fixed place.</summary>
/// <param name="Id">Product.</param>
/// <param name="Position">Place in the list; the first is 1.</param>
/// <param name="KeepsPlaceOutOfStock">Whether it stays there when it is out of stock; default false.</param>
public sealed record Pin(string Id, int Position, bool KeepsPlaceOutOfStock = false);
