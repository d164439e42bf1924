using NodaTime;

namespace EcomOps.Routing.Promises;

/// <summary>When a parcel is taken on, handed over and delivered.</summary>
/// <param name="TakenOn">Business day of the location on which work on it begins.</param>
/// <param name="ShipsOn">Business day of the location on which the carrier gets it.</param>
/// <param name="ArrivesOn">Business day of the carrier on which it arrives.</param>
/// <param name="MissedCutOff">Whether the order came after the cut-off of a business day.</param>
/// <remarks>Days are local: the first two in the location's zone, the last at the destination. Equal by value.</remarks>
public readonly record struct DeliveryPromise(LocalDate TakenOn, LocalDate ShipsOn, LocalDate ArrivesOn, bool MissedCutOff);
