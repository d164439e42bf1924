namespace EcomOps.Payments.Orchestration;

/// <summary>What is done to a payment after it was authorised.</summary>
public enum PaymentOperationKind
{
    /// <summary>Capture of the authorised amount or a part of it.</summary>
    Capture,

    /// <summary>The authorisation is given back.</summary>
    Void,

    /// <summary>A captured amount is paid back.</summary>
    Refund,
}
