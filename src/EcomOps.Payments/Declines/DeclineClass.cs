namespace EcomOps.Payments.Declines;

/// <summary>Why a payment was refused, as far as it decides what may be done next.</summary>
public enum DeclineClass
{
    /// <summary>No clear meaning; counted and reported, and treated as <see cref="Soft"/> without another attempt now or later.</summary>
    Unknown,

    /// <summary>The issuer refuses this time.</summary>
    Soft,

    /// <summary>The credential or the account will not do.</summary>
    Hard,

    /// <summary>The customer must correct what was entered.</summary>
    Data,

    /// <summary>The customer must authenticate.</summary>
    Auth,

    /// <summary>Suspicion of fraud; never told to the shopper, never tried elsewhere.</summary>
    Fraud,

    /// <summary>Something broke on the way.</summary>
    Technical,
}
