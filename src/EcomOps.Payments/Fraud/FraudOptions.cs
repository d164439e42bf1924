namespace EcomOps.Payments.Fraud;

/// <summary>What happens at which score; scores go from 0 to 100.</summary>
/// <remarks>Mutable for configuration; validated by <see cref="FraudOptionsValidator"/>. The defaults for review and block are the bands that Stripe Radar publishes.</remarks>
public sealed class FraudOptions
{
    /// <summary>Score from which the customer must authenticate; 40 by default.</summary>
    public int ChallengeFrom { get; set; } = 40;

    /// <summary>Score from which a person looks at it; 65 by default.</summary>
    public int ReviewFrom { get; set; } = 65;

    /// <summary>Score from which it is refused; 75 by default.</summary>
    public int BlockFrom { get; set; } = 75;
}
