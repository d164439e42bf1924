namespace EcomOps.Payments.Health;

/// <summary>Whether a gateway is asked.</summary>
public enum CircuitState
{
    /// <summary>It is asked.</summary>
    Closed,

    /// <summary>It failed too often and is left alone for a while.</summary>
    Open,

    /// <summary>The while is over; one call probes it.</summary>
    HalfOpen,
}
