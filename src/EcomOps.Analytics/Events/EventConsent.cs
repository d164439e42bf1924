namespace EcomOps.Analytics.Events;

/// <summary>Consent by purpose at the time of an event. <c>default</c> is unknown for both.</summary>
/// <param name="Analytics">Measuring the shop.</param>
/// <param name="Ads">Advertising and personalisation.</param>
public readonly record struct EventConsent(ConsentState Analytics, ConsentState Ads)
{
    /// <summary>Both purposes allowed.</summary>
    public static EventConsent Granted => new(ConsentState.Granted, ConsentState.Granted);

    /// <summary>Both purposes refused.</summary>
    public static EventConsent Denied => new(ConsentState.Denied, ConsentState.Denied);

    /// <summary>Nothing known.</summary>
    public static EventConsent Unknown => default;
}
