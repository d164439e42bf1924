using EcomOps.Operations.History;
using EcomOps.Testing.Shop.Internal;

namespace EcomOps.Testing.Shop;

/// <summary>A plausible shop with a past: more than 500 SKUs, three sites, six suppliers, two sales channels, and everything that happens to them day by day.</summary>
/// <remarks>
/// <para>
/// Seed and number of months decide every figure. Each day draws from streams of its own and looks at earlier days only, so that a
/// further month adds to the months before and changes none of them; it only brings to light what was still open: shipments under way and
/// payments that are disputed, which is known after 60 days.
/// </para>
/// <para>
/// The story: demand grows by 18 % a year, moves with weekday and season, and rises with promotions; receipts less sales are the stock
/// of each site, which is never below zero; what is out of stock is not sold; returned goods are not put back. Customers return at
/// their own pace until they drop out. Payments go to the primary gateway, which has some bad hours, and are tried again at the
/// fallback. Of the experiments every third one, beginning with the first, lifts purchases by a fifth; the others change nothing.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
/// <param name="seed">Any number; the same seed gives the same shop.</param>
public sealed class ShopSimulator(int seed)
{
    /// <summary>Months that a first run looks back on: 18.</summary>
    public const int InitialMonths = 18;

    /// <summary>Most months that can be simulated: 120.</summary>
    public const int MostMonths = 120;

    /// <summary>The seed.</summary>
    public int Seed { get; } = seed;

    /// <summary>The shop's past after some months; the first one is January 2025.</summary>
    /// <param name="months">Months since the shop opened, 1 to <see cref="MostMonths"/>.</param>
    /// <returns>The history up to the end of the last month, without gaps.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public ShopHistory HistoryAt(int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, MostMonths);
        return new ShopSimulation(Seed, months).Run();
    }
}
