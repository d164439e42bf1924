namespace EcomOps.Payments.Orchestration;

/// <summary>State of an attempt.</summary>
public enum AttemptState
{
    /// <summary>Written down before the call leaves; found in this state after a crash it counts as <see cref="Unknown"/>.</summary>
    Sending,

    /// <summary>The answer was lost. Only a fact of the gateway ends this.</summary>
    Unknown,

    /// <summary>The customer must act.</summary>
    RequiresAction,

    /// <summary>Authorised; captures are operations of the payment.</summary>
    Authorized,

    /// <summary>Captured together with the authorisation.</summary>
    Captured,

    /// <summary>Given back before it was captured.</summary>
    Voided,

    /// <summary>Executed and refused.</summary>
    Declined,

    /// <summary>Known not to have been executed.</summary>
    Failed,
}
