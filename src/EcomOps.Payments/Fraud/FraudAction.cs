namespace EcomOps.Payments.Fraud;

/// <summary>What screening wants done.</summary>
public enum FraudAction
{
    /// <summary>Go on.</summary>
    Allow,

    /// <summary>Go on, and let the customer authenticate (3DS).</summary>
    Challenge,

    /// <summary>A person looks at the order before it ships.</summary>
    Review,

    /// <summary>Do not charge.</summary>
    Block,
}
