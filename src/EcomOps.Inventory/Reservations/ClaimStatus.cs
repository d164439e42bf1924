namespace EcomOps.Inventory.Reservations;

/// <summary>Life of a claim: held, then committed, then shipped; with the exits released, expired and cancelled.</summary>
public enum ClaimStatus
{
    /// <summary>Soft claim of a cart or checkout; dies at its expiry.</summary>
    Held,

    /// <summary>Firm claim of a placed order; lives until shipped or cancelled.</summary>
    Committed,

    /// <summary>Committed and bound to lots and locations for picking.</summary>
    Allocated,

    /// <summary>Everything left the house.</summary>
    Shipped,

    /// <summary>Given back before it was committed.</summary>
    Released,

    /// <summary>Its time ran out.</summary>
    Expired,

    /// <summary>Given back after it was committed.</summary>
    Cancelled,
}
