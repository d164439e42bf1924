namespace EcomOps.Inventory.Reservations;

/// <summary>What happens when not everything is available.</summary>
public enum ReservationMode
{
    /// <summary>All lines or none.</summary>
    AllOrNothing,

    /// <summary>As much of each line as there is; nothing at all is <see cref="Insufficient"/>.</summary>
    Partial,
}
