namespace EcomOps.Payments.Health;

/// <summary>How an attempt ended, for reports.</summary>
public enum AttemptResult
{
    /// <summary>Authorised or captured.</summary>
    Approved,

    /// <summary>Refused.</summary>
    Declined,

    /// <summary>Not executed.</summary>
    Failed,

    /// <summary>Not known yet, or the customer did not come back.</summary>
    Open,
}
