using EcomOps.Core;

namespace EcomOps.Operations.Settings;

/// <summary>A shipping tier in a region.</summary>
/// <param name="Tier">Name of the tier ("standard").</param>
/// <param name="Region">Name of the region ("Europe").</param>
/// <param name="Countries">Countries of the region; empty for all that no other entry of the tier names.</param>
/// <param name="FastestDays">Working days from hand-over to arrival at best, 0 or more.</param>
/// <param name="SlowestDays">Working days that are promised, at least <paramref name="FastestDays"/>.</param>
/// <param name="Price">Charged to the customer for an order.</param>
/// <param name="Cost">Paid to the carrier for a parcel.</param>
public sealed record ShippingTierSettings(
    string Tier,
    string Region,
    IReadOnlyList<CountryCode> Countries,
    int FastestDays,
    int SlowestDays,
    Money Price,
    Money Cost);
