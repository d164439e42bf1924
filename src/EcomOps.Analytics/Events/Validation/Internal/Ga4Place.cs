namespace EcomOps.Analytics.Events.Validation.Internal;

/// <summary>What a name is to GA4, by the place where it stands.</summary>
[Flags]
internal enum Ga4Place
{
    Nothing = 0,
    EventParameter = 1,
    ItemParameter = 2,
    Reserved = 4,

    /// <summary>A parameter of the Measurement Protocol, reserved in gtag calls.</summary>
    ProtocolParameter = 8,
}
