namespace EcomOps.Payments.Orchestration;

/// <summary>State of a capture, void or refund.</summary>
public enum OperationState
{
    /// <summary>Written down before the call leaves.</summary>
    Sending,

    /// <summary>The answer was lost.</summary>
    Unknown,

    /// <summary>Carried out.</summary>
    Done,

    /// <summary>Executed and refused.</summary>
    Declined,

    /// <summary>Known not to have been executed; it may be sent again under the same key.</summary>
    Failed,
}
