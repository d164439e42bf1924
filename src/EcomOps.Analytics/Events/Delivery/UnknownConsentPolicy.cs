namespace EcomOps.Analytics.Events.Delivery;

/// <summary>What happens to events of visitors who did not answer the question for consent.</summary>
public enum UnknownConsentPolicy
{
    /// <summary>They wait until the visitor answers.</summary>
    Hold,

    /// <summary>They are sent without identifiers.</summary>
    Strip,

    /// <summary>They are not sent.</summary>
    Withhold,
}
